package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.Drawings;
import dev.heddle.functions.publishing.DrawnTriggers;
import dev.heddle.functions.publishing.Publishing;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Version;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import tools.jackson.databind.JsonNode;

/** Rolls back: makes an earlier version the one that callers get. */
public final class RestoreVersion implements Route<RestoreVersion.Input, VersionAnswer> {

  /** Which version, and whether its drawing becomes the draft too. */
  public record Input(
      String workflow, @Form(min = 1) long version, @Form(fallback = "false") boolean draft) {}

  @Override
  public RouteSpec<Input, VersionAnswer> spec() {
    return RouteSpec.of(
            Verb.POST,
            "/api/v1/workflows/{workflow}/versions/{version}/restore",
            Input.class,
            VersionAnswer.class)
        .summary("Roll back to a version")
        .access(
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Hooks.ENTITY),
            new Access.BuildsMachines(),
            new Access.Schedules());
  }

  @Override
  public Handler<Input, VersionAnswer> open(Ports ports) {
    Drawings drawings = Drawings.of(ports.settings());
    Publishing publishing =
        new Publishing(drawings, ports.machines(), ports.schedules(), ports.clock());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
      Workflow stored = Found.workflow(workflows, input.workflow());
      Version version = Publishing.version(workflows, stored.id(), input.version());
      Build build = Publishing.build(workflows, version);
      JsonNode graph = build.graph();
      // Before the draft is replaced: who is refused finds everything as it was.
      Publishing.requireRestorable(workflows, build);
      Workflow draft = input.draft() ? redrawn(workflows, stored, graph, ports) : stored;
      long revision = draft.graph().equals(graph) ? draft.revision() : 0;
      publishing.point(tenant, workflows, version, revision);
      return VersionAnswer.of(version, true);
    };
  }

  private static Workflow redrawn(
      Workflows workflows, Workflow stored, JsonNode graph, Ports ports) {
    if (stored.graph().equals(graph)) {
      return stored;
    }
    Workflow draft = Redrawn.of(stored, graph, ports.clock().instant());
    workflows.save(draft, stored.revision(), DrawnTriggers.of(graph).claims());
    return draft;
  }
}
