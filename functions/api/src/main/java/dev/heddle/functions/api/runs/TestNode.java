package dev.heddle.functions.api.runs;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.publishing.SingleNodeDrawing;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.port.StateMachines.Outcome;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.graph.GraphDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs one node of the draft for real, with given data; no run is recorded. */
public final class TestNode implements Route<TestNode.Input, TestNode.Output> {

  /**
   * Which node, and what it is tried with.
   *
   * @param input what it gets; by itself what the node before it gives
   * @param item of the for-each around it, and {@code index} its place
   * @param loop around it: {@code {last, index}}
   * @param outputs by node; those that are missing are taken from pins, else from the last run of
   *     the draft
   */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") @FormField(max = 40) String workflow,
      @Example("set1") @FormField(max = 40) String node,
      @Example("{\"text\": \"The shop is down\"}") @Nullable JsonNode input,
      @Nullable JsonNode item,
      @FormField(min = 0, max = 1_000_000) @Nullable Integer index,
      @Nullable JsonNode loop,
      @FormField(max = 500) @Nullable Map<String, JsonNode> outputs) {}

  /** How it ended; {@code sent} is the evaluated config its function was called with. */
  public record Output(
      Status status,
      @Example("main") @Nullable String port,
      @Example("{\"queue\": \"urgent\"}") @Nullable JsonNode output,
      @Nullable JsonNode sent,
      @Nullable String error,
      @Nullable String cause,
      @Example("140") long milliseconds) {

    private static Output success(JsonNode end, long milliseconds) {
      return new Output(
          Status.SUCCEEDED,
          end.path("port").asString(""),
          end.path("output"),
          end.get("sent"),
          null,
          null,
          milliseconds);
    }

    private static Output failure(Outcome outcome, long milliseconds) {
      return new Output(
          Status.FAILED, null, null, null, outcome.error(), outcome.cause(), milliseconds);
    }
  }

  /** How it ended. */
  public enum Status {
    @VariantName
    SUCCEEDED,
    @VariantName
    FAILED
  }

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/workflows/{workflow}/nodes/{node}/test", Input.class, Output.class)
        .summary("Test one step of the draft")
        .maxBody(RouteSpec.GRAPH_BODY)
        .faults(Problem.NotFound.class, Problem.Conflict.class, Problem.Unpublishable.class)
        .access(
            new Access.Reads(Workflows.ENTITY),
            new Access.Reads(Runs.ENTITY),
            new Access.BuildsMachines(),
            new Access.StartsRuns());
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    DrawingCompiler drawingCompiler = DrawingCompiler.of(ports.settings());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
      Workflow workflow =
          workflows
              .find(input.workflow())
              .orElseThrow(() -> Fault.notFound("workflow " + input.workflow()));
      SingleNodeDrawing.TestDrawing testDrawing = testDrawing(ports, tenant, workflow, input);
      CompiledMachine machine = drawingCompiler.machine(workflows::published, testDrawing.graph());
      return run(ports, tenant, workflow, testDrawing, machine);
    };
  }

  private static SingleNodeDrawing.TestDrawing testDrawing(
      Ports ports, Tenant tenant, Workflow workflow, Input input) {
    GraphDocument draft = GraphDocument.of(workflow.graph());
    Map<String, JsonNode> outputs =
        new KnownOutputs(
                ports.of(Runs.ENTITY).apply(tenant),
                ports.of(Workflows.ENTITY).apply(tenant),
                workflow.id())
            .with(draft, input.outputs());
    SingleNodeDrawing.TestInput data =
        new SingleNodeDrawing.TestInput(
            input.input(), input.item(), input.index(), input.loop(), outputs);
    return SingleNodeDrawing.of(draft, input.node(), GeneratedCatalog.vocabulary(), data);
  }

  private static Output run(
      Ports ports,
      Tenant tenant,
      Workflow workflow,
      SingleNodeDrawing.TestDrawing testDrawing,
      CompiledMachine machine) {
    String version = ports.machines().build(tenant.id(), workflow.id(), "dtest", machine);
    String id = ports.ids().next("test");
    Instant start = ports.clock().instant();
    RunStarter.requireFits(testDrawing.payload());
    Outcome outcome =
        ports
            .machines()
            .tryOut(
                version,
                new RunInput(
                    tenant.id(),
                    workflow.id(),
                    0,
                    "dtest",
                    id,
                    testDrawing.trigger(),
                    testDrawing.payload()));
    return output(outcome, Duration.between(start, ports.clock().instant()).toMillis());
  }

  private static Output output(Outcome outcome, long milliseconds) {
    JsonNode output = outcome.output();
    if (output == null) {
      return Output.failure(outcome, milliseconds);
    }
    // Of several ports each has an end of its own, of which only one was reached.
    JsonNode end = output.has("port") ? output : output.iterator().next();
    return Output.success(end, milliseconds);
  }
}
