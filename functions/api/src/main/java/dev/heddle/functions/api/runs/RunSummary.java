package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.shape.Example;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run as it is listed; version 0 is the draft. */
public record RunSummary(
    @Example("run_8kd3n7vq2mxz5tb9w4fj") String id,
    @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
    @Example("Support triage") String workflowName,
    @Example("3") long version,
    @Example("start") String trigger,
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
