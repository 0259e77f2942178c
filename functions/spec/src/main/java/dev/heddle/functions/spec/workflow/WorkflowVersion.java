package dev.heddle.functions.spec.workflow;

import dev.heddle.statemachines.language.CompiledMachine.Kind;
import java.time.Instant;

/** A published version as it is listed. */
public record WorkflowVersion(
    String workflow,
    long version,
    Kind kind,
    String kindReason,
    String note,
    String publishedBy,
    Instant publishedAt) {}
