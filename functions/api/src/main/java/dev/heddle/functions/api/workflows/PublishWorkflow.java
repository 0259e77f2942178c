package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.DrawingCompiler;
import dev.heddle.functions.publishing.WorkflowPublisher;
import dev.heddle.functions.spec.caller.Caller;
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
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the draft an immutable version, the one that callers get. */
public final class PublishWorkflow implements Route<PublishWorkflow.Input, VersionSummary> {

  /** The workflow, and what the version is about. */
  public record Input(
      @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
      @Example("Pages someone when it is urgent") @FormField(max = 2_000) @Nullable String note) {}

  @Override
  public RouteSpec<Input, VersionSummary> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/workflows/{workflow}/publish", Input.class, VersionSummary.class)
        .summary("Publish the draft")
        .faults(Problem.NotFound.class, Problem.Conflict.class, Problem.Unpublishable.class)
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
      Caller.Member member = caller.member();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(member.tenant());
      Workflow draft = WorkflowLookup.workflow(workflows, input.workflow());
      String note = Objects.requireNonNullElse(input.note(), "");
      WorkflowVersion version =
          workflowPublisher.publish(member.tenant(), workflows, draft, note, member.user());
      return VersionSummary.of(version, true);
    };
  }
}
