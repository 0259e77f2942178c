package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.Run;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run as it is listed; version 0 is the draft. */
public record RunSummary(
    String id,
    String workflow,
    String workflowName,
    long version,
    String trigger,
    RunStatus status,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long durationMs,
    @Nullable String error,
    @Nullable String cause) {

  /** The summary of a run. */
  public static RunSummary of(Run run) {
    return new RunSummary(
        run.id(),
        run.workflow(),
        run.workflowName(),
        run.version(),
        run.trigger(),
        RunStatus.of(run.status()),
        run.startedAt(),
        run.endedAt(),
        millis(run.startedAt(), run.endedAt()),
        run.error(),
        run.cause());
  }

  static @Nullable Long millis(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : Duration.between(from, to).toMillis();
  }
}
