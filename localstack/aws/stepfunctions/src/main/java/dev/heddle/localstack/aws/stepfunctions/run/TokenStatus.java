package dev.heddle.localstack.aws.stepfunctions.run;

/** What became of a token that a worker returned. */
public enum TokenStatus {
  ACCEPTED,
  TIMED_OUT,
  UNKNOWN,
  INVALID
}
