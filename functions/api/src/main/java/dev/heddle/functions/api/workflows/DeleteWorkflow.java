package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.List;

/** Removes a workflow with its versions, addresses, timers and state machines; its runs end. */
public final class DeleteWorkflow implements Route<DeleteWorkflow.Input, Nothing> {

  /** Which one. */
  public record Input(@Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow) {}

  @Override
  public RouteSpec<Input, Nothing> spec() {
    return RouteSpec.of(Verb.DELETE, "/api/v1/workflows/{workflow}", Input.class, Nothing.class)
        .summary("Delete a workflow")
        .status(204)
        .faults(Problem.NotFound.class, Problem.Conflict.class)
        .access(
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Hooks.ENTITY),
            new Access.BuildsMachines(),
            new Access.Schedules());
  }

  @Override
  public Handler<Input, Nothing> open(Ports ports) {
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
      String id = WorkflowLookup.workflow(workflows, input.workflow()).id();
      ports.schedules().set(tenant.id(), id, List.of());
      ports.machines().remove(tenant.id(), id);
      // Last: until then the call can be repeated.
      workflows.delete(id);
      return new Nothing();
    };
  }
}
