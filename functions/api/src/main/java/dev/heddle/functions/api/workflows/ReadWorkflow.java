package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.Drawings;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;

/** Shows a workflow: its draft, and what is wrong with it. */
public final class ReadWorkflow implements Route<ReadWorkflow.Input, WorkflowAnswer> {

  /** Which one. */
  public record Input(String workflow) {}

  @Override
  public RouteSpec<Input, WorkflowAnswer> spec() {
    return RouteSpec.of(Verb.GET, "/api/v1/workflows/{workflow}", Input.class, WorkflowAnswer.class)
        .summary("Read a workflow")
        .access(new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, WorkflowAnswer> open(Ports ports) {
    Drawings drawings = Drawings.of(ports.settings());
    return (input, caller) -> {
      Workflows workflows = ports.of(Workflows.ENTITY).apply(caller.member().tenant());
      Workflow workflow = Found.workflow(workflows, input.workflow());
      return WorkflowAnswer.of(workflow, drawings.issues(workflows::published, workflow.graph()));
    };
  }
}
