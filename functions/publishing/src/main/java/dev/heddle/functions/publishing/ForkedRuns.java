package dev.heddle.functions.publishing;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.start.RunStarter;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.compiler.drawing.ResumePoint;
import dev.heddle.statemachines.compiler.drawing.ResumePoint.NodeRecord;
import dev.heddle.statemachines.language.CompiledMachine;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts runs that go on from what another one has done. */
public final class ForkedRuns {
  private final DrawingCompiler drawingCompiler;
  private final StateMachines machines;
  private final Function<Tenant, Runs> runs;
  private final InstantSource clock;

  /** Runs of a deployment. */
  public ForkedRuns(
      DeploymentSettings settings,
      Function<Tenant, Runs> runs,
      StateMachines machines,
      InstantSource clock) {
    drawingCompiler = DrawingCompiler.of(settings);
    this.machines = machines;
    this.runs = runs;
    this.clock = clock;
  }

  /** What a node of the run before is known to have done; no port: it did not run. */
  public record KnownNode(String node, @Nullable String port, @Nullable JsonNode output) {}

  /** A drawing as it is now, and its version; 0 for the draft. */
  public record CurrentDrawing(JsonNode graph, long version) {}

  /**
   * A new run.
   *
   * @param from the node it goes on from
   * @param payload what the trigger gives
   */
  public record Fork(
      String id, String from, String trigger, JsonNode payload, List<KnownNode> known) {}

  /**
   * Starts it.
   *
   * @throws Fault unpublishable when the drawing can't go on from there; conflict when what is
   *     recorded of a node before it is not whole
   */
  public Run start(
      Tenant tenant, Workflows workflows, Workflow workflow, CurrentDrawing current, Fork fork) {
    ResumePoint resume = new ResumePoint(fork.from(), recorded(fork));
    CompiledMachine machine = drawingCompiler.resume(workflows::published, current.graph(), resume);
    WorkflowBuild build = build(tenant, workflows, workflow, current, machine);
    RunInput input =
        RunStarter.input(tenant, build, fork.id(), fork.trigger(), fork.payload())
            .goingOnFrom(outputs(machine, fork));
    RunStarter.requireFits(WireJson.MAPPER.valueToTree(input));
    machines.start(build.versionArn(), input);
    Run run = Run.started(input, workflow.name(), clock.instant());
    runs.apply(tenant).recordStart(run);
    return run;
  }

  private WorkflowBuild build(
      Tenant tenant,
      Workflows workflows,
      Workflow workflow,
      CurrentDrawing current,
      CompiledMachine machine) {
    String id = DrawingCompiler.draftId(current.graph(), machine);
    String arn = machines.build(tenant.id(), workflow.id(), id, machine);
    WorkflowBuild build =
        new WorkflowBuild(
            workflow.id(),
            id,
            current.version(),
            arn,
            machine.kind(),
            current.graph(),
            machine.sourceMap(),
            machine.runMap());
    workflows.keep(build);
    return build;
  }

  private static Map<String, NodeRecord> recorded(Fork fork) {
    Map<String, NodeRecord> recorded = new HashMap<>();
    fork.known().forEach(known -> recorded.put(known.node(), new NodeRecord(known.port())));
    return recorded;
  }

  /** The outputs that the machine reads from its input. */
  private static ObjectNode outputs(CompiledMachine machine, Fork fork) {
    String definition = machine.definition().toString();
    ObjectNode outputs = WireJson.MAPPER.createObjectNode();
    fork.known().stream()
        .filter(known -> known.port() != null)
        .filter(known -> definition.contains(".record." + known.node()))
        .forEach(
            known ->
                outputs.set(
                    known.node(), requireComplete("an earlier step's output", known.output())));
    return outputs;
  }

  /** A recorded value; a conflict when only its beginning was kept. */
  public static JsonNode requireComplete(String what, @Nullable JsonNode value) {
    if (value != null && value.has("$size") && value.has("$preview")) {
      throw new Fault(
          new Problem.Conflict(
              "Can't run again from this step: "
                  + what
                  + " was too large, so only part of it was stored."));
    }
    return value == null ? NullNode.getInstance() : value;
  }
}
