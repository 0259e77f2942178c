package dev.heddle.localstack.aws.stepfunctions.run;

/** What became of a token that a worker returned. */
public enum Verdict {
  ACCEPTED,
  TIMED_OUT,
  UNKNOWN,
  INVALID
}
