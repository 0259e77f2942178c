package dev.heddle.functions.core.workflow;

import dev.heddle.statemachines.Machine.Kind;
import java.time.Instant;

/** A published version as it is listed. */
public record Version(
    String workflow,
    long version,
    Kind kind,
    String kindReason,
    String note,
    String publishedBy,
    Instant publishedAt) {}
