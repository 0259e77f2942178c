package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.workflow.Version;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.statemachines.language.Machine.Kind;
import java.time.Instant;

/** A published version; {@code current} when callers get it now. */
public record VersionAnswer(
    long version,
    Instant publishedAt,
    String publishedBy,
    String note,
    boolean current,
    Kind kind,
    String kindReason) {

  static VersionAnswer of(Version version, boolean current) {
    return new VersionAnswer(
        version.version(),
        version.publishedAt(),
        version.publishedBy(),
        version.note(),
        current,
        version.kind(),
        version.kindReason());
  }

  /** The version, current if the workflow's published one is it. */
  static VersionAnswer of(Version version, Workflow workflow) {
    Long current = workflow.publishedVersion();
    return of(version, current != null && current == version.version());
  }
}
