package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import java.time.Instant;

/** A published version; {@code current} when callers get it now. */
public record VersionSummary(
    @Example("3") long version,
    Instant publishedAt,
    @Example("usr_2hq9x7m4kd8vn3zt6rbw") String publishedBy,
    @Example("Pages someone when it is urgent") String note,
    boolean current,
    Kind kind,
    @Example("Nobody waits for the answer.") String kindReason) {

  static VersionSummary of(WorkflowVersion version, boolean current) {
    return new VersionSummary(
        version.version(),
        version.publishedAt(),
        version.publishedBy(),
        version.note(),
        current,
        version.kind(),
        version.kindReason());
  }

  /** The version, current if the workflow's published one is it. */
  static VersionSummary of(WorkflowVersion version, Workflow workflow) {
    Long current = workflow.publishedVersion();
    return of(version, current != null && current == version.version());
  }
}
