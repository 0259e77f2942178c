package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.Drawings;
import dev.heddle.functions.publishing.DrawnTriggers;
import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.shape.From;
import dev.heddle.functions.spec.shape.From.Place;
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
public final class CreateWorkflow implements Route<CreateWorkflow.Input, WorkflowAnswer> {

  /** The drawing, and the caller's key by which a repeated call creates nothing twice. */
  public record Input(
      JsonNode graph,
      @From(value = Place.HEADER, name = "idempotency-key") @Form(min = 1, max = 200)
          @Nullable String idempotencyKey) {}

  /** What a repeated call is answered from. */
  record Created(String id) {}

  @Override
  public RouteSpec<Input, WorkflowAnswer> spec() {
    return RouteSpec.of(Verb.POST, "/api/v1/workflows", Input.class, WorkflowAnswer.class)
        .summary("Create a workflow")
        .status(201)
        .maxBody(RouteSpec.GRAPH_BODY)
        .access(
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Hooks.ENTITY),
            new Access.Writes(Idempotency.ENTITY));
  }

  @Override
  public Handler<Input, WorkflowAnswer> open(Ports ports) {
    Drawings drawings = Drawings.of(ports.settings());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
      Created created =
          ports
              .of(Idempotency.ENTITY)
              .apply(tenant)
              .once(
                  "CreateWorkflow",
                  input.idempotencyKey(),
                  input.graph(),
                  Created.class,
                  () -> create(input.graph(), workflows, ports));
      Workflow workflow = Found.workflow(workflows, created.id());
      return WorkflowAnswer.of(workflow, drawings.issues(workflows::published, workflow.graph()));
    };
  }

  private static Created create(JsonNode graph, Workflows workflows, Ports ports) {
    Outline outline = Outline.of(graph, GeneratedCatalog.vocabulary());
    Instant now = ports.clock().instant();
    String id = ports.ids().next("wf");
    workflows.create(
        new Workflow(
            id,
            outline.name(),
            outline.description(),
            1,
            outline.triggers(),
            null,
            null,
            null,
            now,
            now,
            graph),
        DrawnTriggers.of(graph).claims());
    return new Created(id);
  }
}
