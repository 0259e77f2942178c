package dev.heddle.localstack.aws.stepfunctions.store;

import org.jspecify.annotations.Nullable;

/**
 * How far an execution has come.
 *
 * @param stopped when it ended, in milliseconds since the epoch
 * @param output JSON text
 * @param lastEvent the id of the last event of its history
 * @param nextScope the number its next scope gets
 * @param redrives how often it was taken up again after a failure
 * @param redriven when it was last taken up again; null for never
 */
public record ExecutionProgress(
    ExecutionStatus status,
    @Nullable Long stopped,
    @Nullable String output,
    @Nullable String error,
    @Nullable String cause,
    long lastEvent,
    int nextScope,
    int redrives,
    @Nullable Long redriven) {

  /** The progress of an execution that has not begun. */
  public static final ExecutionProgress NONE =
      new ExecutionProgress(ExecutionStatus.RUNNING, null, null, null, null, 0, 0, 0, null);

  /** The same after another event. */
  public ExecutionProgress withLastEvent(long id) {
    return new ExecutionProgress(
        status, stopped, output, error, cause, id, nextScope, redrives, redriven);
  }

  /** The same after another scope. */
  public ExecutionProgress withNextScope(int next) {
    return new ExecutionProgress(
        status, stopped, output, error, cause, lastEvent, next, redrives, redriven);
  }

  /** The same, ended. */
  public ExecutionProgress ended(
      ExecutionStatus how,
      long when,
      @Nullable String result,
      @Nullable String because,
      @Nullable String detail) {
    return new ExecutionProgress(
        how, when, result, because, detail, lastEvent, nextScope, redrives, redriven);
  }

  /** The same, running again. */
  public ExecutionProgress redriven(long now) {
    return new ExecutionProgress(
        ExecutionStatus.RUNNING, null, null, null, null, lastEvent, nextScope, redrives + 1, now);
  }
}
