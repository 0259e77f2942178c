package dev.heddle.functions.spec.run;

import dev.heddle.events.RunParent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One execution of a workflow, as it is recorded.
 *
 * @param version 0 for a run of the draft
 * @param parent the run that started it; null when none did
 * @param input what the trigger gave
 */
public record Run(
    String id,
    String workflow,
    String workflowName,
    long version,
    String build,
    String trigger,
    @Nullable RunParent parent,
    Status status,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable JsonNode input,
    @Nullable JsonNode output,
    @Nullable String error,
    @Nullable String cause) {

  /** How a run stands. */
  public enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    STOPPED
  }

  /** The same, started by another run. */
  public Run startedBy(@Nullable RunParent parent) {
    return new Run(
        id,
        workflow,
        workflowName,
        version,
        build,
        trigger,
        parent,
        status,
        startedAt,
        endedAt,
        input,
        output,
        error,
        cause);
  }

  /** The same run as it stands after an end, or after it was taken up again. */
  public Run withStatus(
      Status status,
      @Nullable Instant endedAt,
      @Nullable JsonNode output,
      @Nullable String error,
      @Nullable String cause) {
    return new Run(
        id,
        workflow,
        workflowName,
        version,
        build,
        trigger,
        parent,
        status,
        startedAt,
        endedAt,
        input,
        output,
        error,
        cause);
  }
}
