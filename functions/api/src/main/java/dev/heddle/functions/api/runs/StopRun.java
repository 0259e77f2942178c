package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;

/** Asks for a run's end; the record says when it has ended. */
public final class StopRun implements Route<StopRun.Input, RunSummary> {

  /** Which one. */
  public record Input(@Example("run_8kd3n7vq2mxz5tb9w4fj") String run) {}

  @Override
  public RouteSpec<Input, RunSummary> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/runs/{run}/stop", Input.class, RunSummary.class)
        .summary("Stop a run")
        .status(202)
        .faults(Problem.NotFound.class, Problem.Conflict.class)
        .access(
            new Access.Reads(Runs.ENTITY),
            new Access.Reads(Workflows.ENTITY),
            new Access.StartsRuns());
  }

  @Override
  public Handler<Input, RunSummary> open(Ports ports) {
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Run run =
          ports
              .of(Runs.ENTITY)
              .apply(tenant)
              .find(input.run())
              .orElseThrow(() -> Fault.notFound("run " + input.run()));
      if (run.status() == Run.Status.RUNNING) {
        stop(ports, tenant, run);
      }
      return RunSummary.of(run);
    };
  }

  private static void stop(Ports ports, Tenant tenant, Run run) {
    WorkflowBuild build =
        ports
            .of(Workflows.ENTITY)
            .apply(tenant)
            .build(run.workflow(), run.build())
            .orElseThrow(() -> Fault.notFound("workflow " + run.workflow()));
    ports.machines().stop(build.versionArn(), run.id());
  }
}
