package dev.heddle.localstack.aws.stepfunctions.store;

/** Where an execution stands. */
public enum ExecutionStatus {
  RUNNING,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  ABORTED;

  /** Whether it is over. */
  public boolean ended() {
    return this != RUNNING;
  }
}
