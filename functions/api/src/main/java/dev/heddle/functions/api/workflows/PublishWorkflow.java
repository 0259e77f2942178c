package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.Drawings;
import dev.heddle.functions.publishing.Publishing;
import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Version;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the draft an immutable version, the one that callers get. */
public final class PublishWorkflow implements Route<PublishWorkflow.Input, VersionAnswer> {

  /** The workflow, and what the version is about. */
  public record Input(String workflow, @Form(max = 2_000) @Nullable String note) {}

  @Override
  public RouteSpec<Input, VersionAnswer> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/workflows/{workflow}/publish", Input.class, VersionAnswer.class)
        .summary("Publish the draft")
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
      Caller.Member member = caller.member();
      Workflows workflows = ports.of(Workflows.ENTITY).apply(member.tenant());
      Workflow draft = Found.workflow(workflows, input.workflow());
      String note = Objects.requireNonNullElse(input.note(), "");
      Version version = publishing.publish(member.tenant(), workflows, draft, note, member.user());
      return VersionAnswer.of(version, true);
    };
  }
}
