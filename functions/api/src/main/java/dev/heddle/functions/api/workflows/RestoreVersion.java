package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.publishing.DrawnTriggers;
import dev.heddle.functions.publishing.WorkflowPublisher;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.functions.spec.workflow.Workflows;
import tools.jackson.databind.JsonNode;

/** Rolls back: makes an earlier version the one that callers get. */
public final class RestoreVersion implements Route<RestoreVersion.Input, VersionSummary> {

  /** Which version, and whether its drawing becomes the draft too. */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
      @Example("2") @FormField(min = 1) long version,
      @FormField(fallback = "false") boolean draft) {}

  @Override
  public RouteSpec<Input, VersionSummary> spec() {
    return RouteSpec.of(
            Verb.POST,
            "/api/v1/workflows/{workflow}/versions/{version}/restore",
            Input.class,
            VersionSummary.class)
        .summary("Roll back to a version")
        .faults(
            Problem.NotFound.class,
            Problem.Conflict.class,
            Problem.PreconditionFailed.class,
            Problem.Unpublishable.class)
        .access(
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Hooks.ENTITY),
            new Access.BuildsMachines(),
            new Access.Schedules());
  }

  @Override
  public Handler<Input, VersionSummary> open(Ports ports) {
    DrawingCompiler drawingCompiler = DrawingCompiler.of(ports.settings());
    WorkflowPublisher workflowPublisher =
        new WorkflowPublisher(drawingCompiler, ports.machines(), ports.schedules(), ports.clock());
    return (input, caller) -> {
      Tenant tenant = caller.member().tenant();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(tenant);
      Workflow stored = WorkflowLookup.workflow(workflows, input.workflow());
      WorkflowVersion version = WorkflowPublisher.version(workflows, stored.id(), input.version());
      WorkflowBuild build = WorkflowPublisher.build(workflows, version);
      JsonNode graph = build.graph();
      // Before the draft is replaced: who is refused finds everything as it was.
      WorkflowPublisher.requireRestorable(workflows, build);
      Workflow draft = input.draft() ? redrawn(workflows, stored, graph, ports) : stored;
      long revision = draft.graph().equals(graph) ? draft.revision() : 0;
      workflowPublisher.point(tenant, workflows, version, revision);
      return VersionSummary.of(version, true);
    };
  }

  private static Workflow redrawn(
      Workflows workflows, Workflow stored, JsonNode graph, Ports ports) {
    if (stored.graph().equals(graph)) {
      return stored;
    }
    Workflow draft = DraftRevision.of(stored, graph, ports.clock().instant());
    workflows.save(draft, stored.revision(), DrawnTriggers.of(graph).claims());
    return draft;
  }
}
