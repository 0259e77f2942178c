package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.DraftBuilder;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;

/** Starts a run of the saved draft. */
public final class TestWorkflow implements Route<StartInput, RunSummary> {

  @Override
  public RouteSpec<StartInput, RunSummary> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/workflows/{workflow}/test", StartInput.class, RunSummary.class)
        .summary("Run the draft")
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
  public Handler<StartInput, RunSummary> open(Ports ports) {
    ManualRunStarter manualRunStarter = new ManualRunStarter(ports);
    DraftBuilder draftBuilder = new DraftBuilder(ports.settings(), ports.machines());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
      Workflow workflow = ManualRunStarter.workflow(workflows, input);
      return manualRunStarter.start(
          "TestWorkflow",
          tenant,
          workflow,
          input,
          () -> draftBuilder.build(tenant, workflows, workflow));
    };
  }
}
