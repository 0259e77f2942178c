package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.publishing.ForkedRuns;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.FromRequest;
import dev.heddle.functions.spec.shape.FromRequest.Source;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Starts a new run that goes on from a node of a recorded one, as the drawing is now: the draft for
 * a run of the draft, else the published version.
 */
public final class ForkRun implements Route<ForkRun.Input, RunSummary> {

  /**
   * Where it goes on.
   *
   * @param from the node that runs again, with all that follows it
   * @param input what the trigger gives; by itself what it gave
   */
  public record Input(
      @Example("run_8kd3n7vq2mxz5tb9w4fj") String run,
      @Example("set1") @FormField(min = 1, max = 40) String from,
      @Nullable JsonNode input,
      @Example("7c9e6679-7425-40de-944b-e07fc1f90ae7")
          @FromRequest(value = Source.HEADER, name = "idempotency-key")
          @FormField(min = 1, max = 200)
          @Nullable String idempotencyKey) {}

  @Override
  public RouteSpec<Input, RunSummary> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/runs/{run}/fork", Input.class, RunSummary.class)
        .summary("Run again from a step")
        .status(201)
        .maxBody(ManualRunStarter.BODY)
        .faults(Problem.NotFound.class, Problem.Unpublishable.class)
        .access(
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Runs.ENTITY),
            new Access.Writes(Idempotency.ENTITY),
            new Access.BuildsMachines(),
            new Access.StartsRuns());
  }

  @Override
  public Handler<Input, RunSummary> open(Ports ports) {
    ForkedRuns forkedRuns =
        new ForkedRuns(ports.settings(), ports.of(Runs.ENTITY), ports.machines(), ports.clock());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      return ports
          .of(Idempotency.ENTITY)
          .apply(tenant)
          .once(
              "ForkRun",
              input.idempotencyKey(),
              input,
              RunSummary.class,
              () -> fork(ports, forkedRuns, tenant, input));
    };
  }

  private static RunSummary fork(Ports ports, ForkedRuns forkedRuns, Tenant tenant, Input input) {
    RunTrace trace = ReadRun.trace(ports, tenant, input.run());
    Run run = trace.run();
    if (run.status() == Run.Status.RUNNING) {
      throw new Fault(new Problem.Conflict("The run is still in progress. Stop it first."));
    }
    Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
    Workflow workflow =
        workflows
            .find(run.workflow())
            .orElseThrow(() -> Fault.notFound("workflow " + run.workflow()));
    RunMap map = ReadRun.build(ports, tenant, run).map(BuildRunMaps::runMap).orElse(RunMap.NONE);
    List<NodeRunDetails> nodes = RunReport.of(trace, "", map);
    ForkedRuns.Fork fork =
        new ForkedRuns.Fork(
            ports.ids().next("run"),
            input.from(),
            run.trigger(),
            input.input() == null
                ? ForkedRuns.requireComplete("the input", run.input())
                : input.input(),
            nodes.stream().map(ForkRun::known).toList());
    return RunSummary.of(
        forkedRuns.start(tenant, workflows, workflow, current(workflows, workflow, run), fork));
  }

  private static ForkedRuns.CurrentDrawing current(
      Workflows workflows, Workflow workflow, Run run) {
    if (run.version() == 0) {
      return new ForkedRuns.CurrentDrawing(workflow.graph(), 0);
    }
    WorkflowBuild build =
        workflows
            .published(workflow.id())
            .orElseThrow(() -> Fault.notFound("version " + run.version()));
    return new ForkedRuns.CurrentDrawing(build.graph(), build.version());
  }

  private static ForkedRuns.KnownNode known(NodeRunDetails node) {
    return new ForkedRuns.KnownNode(node.node(), node.port(), node.output());
  }
}
