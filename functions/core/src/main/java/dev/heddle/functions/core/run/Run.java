package dev.heddle.functions.core.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One execution of a workflow, as it is recorded.
 *
 * @param version 0 for a run of the draft
 * @param input what the trigger gave
 */
public record Run(
    String id,
    String workflow,
    String workflowName,
    long version,
    String build,
    String trigger,
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
}
