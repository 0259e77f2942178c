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
import dev.heddle.statemachines.language.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says everything that is wrong with a drawing. */
public final class ValidateWorkflow
    implements Route<ValidateWorkflow.Input, ValidateWorkflow.Output> {

  /** The workflow, and a drawing other than its draft. */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
      @Example(GraphExample.JSON) @Nullable JsonNode graph) {}

  /** Whether it could be published, and every issue. */
  public record Output(boolean valid, List<Issue> issues) {}

  @Override
  public RouteSpec<Input, Output> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/workflows/{workflow}/validate", Input.class, Output.class)
        .summary("Validate a workflow")
        .maxBody(RouteSpec.GRAPH_BODY)
        .faults(Problem.NotFound.class)
        .access(new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public Handler<Input, Output> open(Ports ports) {
    DrawingCompiler drawingCompiler = DrawingCompiler.of(ports.settings());
    return (input, caller) -> {
      Workflows workflows = ports.of(Workflows.ENTITY).apply(caller.member().tenant());
      Workflow stored = WorkflowLookup.workflow(workflows, input.workflow());
      List<Issue> issues =
          drawingCompiler.issues(
              workflows::published, WorkflowLookup.drawing(stored, input.graph()));
      return new Output(
          issues.stream().noneMatch(issue -> issue.severity() == Issue.Severity.ERROR), issues);
    };
  }
}
