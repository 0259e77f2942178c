package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.publishing.DrawnTriggers;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.FromRequest;
import dev.heddle.functions.spec.shape.FromRequest.Source;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Replaces a workflow's draft, unless someone else changed it meanwhile. */
public final class SaveWorkflow implements Route<SaveWorkflow.Input, WorkflowDetails> {

  /** The drawing, and the entity tag of the one it was made from. */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
      @Example("\"7\"") @FromRequest(value = Source.HEADER, name = "if-match") @FormField(max = 100)
          @Nullable String ifMatch,
      @Example(GraphExample.JSON) JsonNode graph) {}

  @Override
  public RouteSpec<Input, WorkflowDetails> spec() {
    return RouteSpec.of(
            Verb.PUT, "/api/v1/workflows/{workflow}", Input.class, WorkflowDetails.class)
        .summary("Save a draft")
        .maxBody(RouteSpec.GRAPH_BODY)
        .faults(Problem.NotFound.class)
        .access(new Access.Writes(Workflows.ENTITY), new Access.Writes(Hooks.ENTITY));
  }

  @Override
  public Handler<Input, WorkflowDetails> open(Ports ports) {
    DrawingCompiler drawingCompiler = DrawingCompiler.of(ports.settings());
    return (input, caller) -> {
      Workflows workflows = ports.of(Workflows.ENTITY).apply(caller.member().tenant());
      Workflow stored = WorkflowLookup.workflow(workflows, input.workflow());
      WorkflowLookup.requireRevision(stored, input.ifMatch());
      Workflow saved = DraftRevision.of(stored, input.graph(), ports.clock().instant());
      workflows.save(saved, stored.revision(), DrawnTriggers.of(saved.graph()).claims());
      return WorkflowDetails.of(saved, drawingCompiler.issues(workflows::published, saved.graph()));
    };
  }
}
