package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;

/** Starts a run of the published version. */
public final class StartRun implements Route<StartInput, RunSummary> {

  @Override
  public RouteSpec<StartInput, RunSummary> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/workflows/{workflow}/runs", StartInput.class, RunSummary.class)
        .summary("Start a run")
        .status(201)
        .maxBody(ManualRunStarter.BODY)
        .faults(Problem.NotFound.class)
        .access(
            new Access.Reads(Workflows.ENTITY),
            new Access.Writes(Runs.ENTITY),
            new Access.Writes(Idempotency.ENTITY),
            new Access.StartsRuns());
  }

  @Override
  public Handler<StartInput, RunSummary> open(Ports ports) {
    ManualRunStarter manualRunStarter = new ManualRunStarter(ports);
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
      Workflow workflow = ManualRunStarter.workflow(workflows, input);
      return manualRunStarter.start(
          "StartRun", tenant, workflow, input, () -> published(workflows, workflow));
    };
  }

  private static WorkflowBuild published(Workflows workflows, Workflow workflow) {
    return workflows
        .published(workflow.id())
        .orElseThrow(
            () ->
                new Fault(
                    new Problem.Conflict(
                        "“" + workflow.name() + "” isn't published yet. Publish it first.")));
  }
}
