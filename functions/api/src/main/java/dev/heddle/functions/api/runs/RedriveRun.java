package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Run.Status;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.List;

/** Takes a run up again where it failed or was stopped; what has succeeded is not done again. */
public final class RedriveRun implements Route<RedriveRun.Input, RunSummary> {

  /** Which one. */
  public record Input(@Example("run_8kd3n7vq2mxz5tb9w4fj") String run) {}

  @Override
  public RouteSpec<Input, RunSummary> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/runs/{run}/redrive", Input.class, RunSummary.class)
        .summary("Retry a failed run")
        .status(202)
        .faults(Problem.NotFound.class, Problem.Conflict.class)
        .access(
            new Access.Writes(Runs.ENTITY),
            new Access.Reads(Workflows.ENTITY),
            new Access.StartsRuns());
  }

  @Override
  public Handler<Input, RunSummary> open(Ports ports) {
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      RunTrace trace = ReadRun.trace(ports, tenant, input.run());
      refuseUnfit(trace.run());
      WorkflowBuild build =
          ports
              .of(Workflows.ENTITY)
              .apply(tenant)
              .build(trace.run().workflow(), trace.run().build())
              .orElseThrow(() -> Fault.notFound("workflow " + trace.run().workflow()));
      ports.machines().redrive(build.versionArn(), trace.run().id());
      return RunSummary.of(running(ports.of(Runs.ENTITY).apply(tenant), trace));
    };
  }

  private static void refuseUnfit(Run run) {
    if (run.status() == Status.RUNNING) {
      throw new Fault(new Problem.Conflict("The run is still in progress."));
    }
    if (run.status() == Status.SUCCEEDED) {
      throw new Fault(new Problem.Conflict("The run succeeded, so there is nothing to retry."));
    }
  }

  /** The run as it is shown from now on; if the log's writer was faster, as it says. */
  private static Run running(Runs runs, RunTrace trace) {
    Run run = trace.run().redriven();
    runs.record(
        new RunTrace(
            run,
            trace.revision(),
            trace.since(),
            List.of(),
            trace.cursor(),
            List.of(),
            trace.droppedCounts()));
    return run;
  }
}
