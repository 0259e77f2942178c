package dev.heddle.functions.api.workflows;

import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Access.Entity;
import dev.heddle.functions.core.catalog.Audience;
import dev.heddle.functions.core.catalog.Form;
import dev.heddle.functions.core.catalog.From;
import dev.heddle.functions.core.catalog.From.Place;
import dev.heddle.functions.core.catalog.Route;
import dev.heddle.functions.core.catalog.RouteSpec;
import dev.heddle.functions.core.catalog.RouteSpec.Verb;
import dev.heddle.functions.core.port.Ports;
import dev.heddle.functions.core.service.Drawings;
import dev.heddle.functions.core.workflow.Workflow;
import dev.heddle.functions.core.workflow.Workflows;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Replaces a workflow's draft, unless someone else changed it meanwhile. */
public final class SaveWorkflow implements Route<SaveWorkflow.Input, WorkflowAnswer> {

  /** The drawing, and the entity tag of the one it was made from. */
  public record Input(
      String workflow,
      @From(value = Place.HEADER, name = "if-match") @Form(max = 100) @Nullable String ifMatch,
      JsonNode graph) {}

  @Override
  public RouteSpec<Input, WorkflowAnswer> spec() {
    return new RouteSpec<>(
        Verb.PUT,
        "/api/v1/workflows/{workflow}",
        Audience.USER,
        Input.class,
        WorkflowAnswer.class,
        200,
        "Save a draft",
        RouteSpec.GRAPH_BODY,
        Set.of(new Access.Writes(Entity.WORKFLOW), new Access.Writes(Entity.HOOK)));
  }

  @Override
  public Handler<Input, WorkflowAnswer> open(Ports ports) {
    Drawings drawings = Drawings.of(ports.settings());
    return (input, caller) -> {
      Workflows workflows = ports.workflows().apply(caller.member().tenant());
      Workflow stored = Found.workflow(workflows, input.workflow());
      Found.requireRevision(stored, input.ifMatch());
      Workflow saved = Redrawn.of(stored, input.graph(), ports.clock().instant());
      workflows.save(saved, stored.revision());
      return WorkflowAnswer.of(saved, drawings.issues(workflows::published, saved.graph()));
    };
  }
}
