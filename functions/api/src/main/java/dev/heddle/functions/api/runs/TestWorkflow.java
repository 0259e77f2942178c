package dev.heddle.functions.api.runs;

import dev.heddle.functions.core.caller.Tenant;
import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Access.Entity;
import dev.heddle.functions.core.catalog.Audience;
import dev.heddle.functions.core.catalog.Route;
import dev.heddle.functions.core.catalog.RouteSpec;
import dev.heddle.functions.core.catalog.RouteSpec.Verb;
import dev.heddle.functions.core.port.Ports;
import dev.heddle.functions.core.service.Drafts;
import dev.heddle.functions.core.workflow.Workflow;
import dev.heddle.functions.core.workflow.Workflows;
import java.util.Set;

/** Starts a run of the saved draft. */
public final class TestWorkflow implements Route<StartInput, RunSummary> {

  @Override
  public RouteSpec<StartInput, RunSummary> spec() {
    return new RouteSpec<>(
        Verb.POST,
        "/api/v1/workflows/{workflow}/test",
        Audience.USER,
        StartInput.class,
        RunSummary.class,
        201,
        "Run the draft",
        ByHand.BODY,
        Set.of(
            new Access.Writes(Entity.WORKFLOW),
            new Access.Writes(Entity.RUN),
            new Access.Writes(Entity.IDEMPOTENCY),
            new Access.BuildsMachines(),
            new Access.StartsRuns()));
  }

  @Override
  public Handler<StartInput, RunSummary> open(Ports ports) {
    ByHand byHand = new ByHand(ports);
    Drafts drafts = new Drafts(ports.settings(), ports.machines());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.workflows().apply(tenant);
      Workflow workflow = ByHand.workflow(workflows, input);
      return byHand.start(
          "TestWorkflow", tenant, workflow, input, () -> drafts.build(tenant, workflows, workflow));
    };
  }
}
