package dev.heddle.functions.spec.run;

import dev.heddle.events.RunInput;
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

  /** A run that has just begun with this input. */
  public static Run started(RunInput input, String workflowName, Instant at) {
    return new Run(
        input.run(),
        input.workflow(),
        workflowName,
        input.version(),
        input.build(),
        input.trigger(),
        input.parent(),
        Status.RUNNING,
        at,
        null,
        input.payload(),
        null,
        null,
        null);
  }

  /** The same run, under way again after it had ended. */
  public Run redriven() {
    return with(Status.RUNNING, null, null, null, null);
  }

  /** The same run as it ended. */
  public Run ended(
      Status status,
      Instant endedAt,
      @Nullable JsonNode output,
      @Nullable String error,
      @Nullable String cause) {
    return with(status, endedAt, output, error, cause);
  }

  private Run with(
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
