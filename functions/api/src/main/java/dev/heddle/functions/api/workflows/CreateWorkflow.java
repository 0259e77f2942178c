package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.publishing.DrawnTriggers;
import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Idempotency;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stores a new workflow; its draft may have issues. */
public final class CreateWorkflow implements Route<CreateWorkflow.Input, WorkflowDetails> {

  /** The drawing, and the caller's key by which a repeated call creates nothing twice. */
  public record Input(
      @Example(GraphExample.JSON) JsonNode graph,
      @Example("7c9e6679-7425-40de-944b-e07fc1f90ae7")
          @FromRequest(value = Source.HEADER, name = "idempotency-key")
          @FormField(min = 1, max = 200)
          @Nullable String idempotencyKey) {}

  /** What a repeated call is answered from. */
  record CreatedWorkflow(String id) {}

  @Override
  public RouteSpec<Input, WorkflowDetails> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/workflows", Input.class, WorkflowDetails.class)
        .summary("Create a workflow")
        .status(201)
        .maxBody(RouteSpec.GRAPH_BODY)
        .faults(Problem.NotFound.class)
        .access(
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Hooks.ENTITY),
            new Access.Writes(Idempotency.ENTITY));
  }

  @Override
  public Handler<Input, WorkflowDetails> open(Ports ports) {
    DrawingCompiler drawingCompiler = DrawingCompiler.of(ports.settings());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
      CreatedWorkflow created =
          ports
              .of(Idempotency.ENTITY)
              .apply(tenant)
              .once(
                  "CreateWorkflow",
                  input.idempotencyKey(),
                  input.graph(),
                  CreatedWorkflow.class,
                  () -> create(input.graph(), workflows, ports));
      Workflow workflow = WorkflowLookup.workflow(workflows, created.id());
      return WorkflowDetails.of(
          workflow, drawingCompiler.issues(workflows::published, workflow.graph()));
    };
  }

  private static CreatedWorkflow create(JsonNode graph, Workflows workflows, Ports ports) {
    WorkflowOutline outline = WorkflowOutline.of(graph, GeneratedCatalog.vocabulary());
    Instant now = ports.clock().instant();
    String id = ports.ids().next("wf");
    workflows.create(
        Workflow.created(id, outline.name(), graph, now)
            .described(outline.description(), outline.triggers()),
        DrawnTriggers.of(graph).claims());
    return new CreatedWorkflow(id);
  }
}
