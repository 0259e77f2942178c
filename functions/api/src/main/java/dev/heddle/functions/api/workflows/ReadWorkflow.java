package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;

/** Shows a workflow: its draft, and what is wrong with it. */
public final class ReadWorkflow implements Route<ReadWorkflow.Input, WorkflowDetails> {

  /** Which one. */
  public record Input(@Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow) {}

  @Override
  public RouteSpec<Input, WorkflowDetails> spec() {
    return RouteSpec.of(
            Verb.GET, "/api/v1/workflows/{workflow}", Input.class, WorkflowDetails.class)
        .summary("Read a workflow")
        .faults(Problem.NotFound.class)
        .access(new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, WorkflowDetails> open(Ports ports) {
    DrawingCompiler drawingCompiler = DrawingCompiler.of(ports.settings());
    return (input, caller) -> {
      Workflows workflows = ports.of(Workflows.ENTITY).apply(caller.member().tenant());
      Workflow workflow = WorkflowLookup.workflow(workflows, input.workflow());
      return WorkflowDetails.of(
          workflow, drawingCompiler.issues(workflows::published, workflow.graph()));
    };
  }
}
