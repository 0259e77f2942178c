package dev.heddle.localstack.aws.stepfunctions.store;

import org.jspecify.annotations.Nullable;

/**
 * What is shown of a map run, kept as a document; times are in milliseconds since the epoch.
 *
 * @param execution the ARN of the execution whose Map it is
 * @param length how many executions it takes
 * @param limit how many run at a time
 * @param tolerated how many may fail
 */
public record MapRun(
    String arn,
    String execution,
    String machineArn,
    ExecutionStatus status,
    long started,
    @Nullable Long stopped,
    int length,
    int limit,
    int tolerated) {

  /** The kind of document. */
  public static final String KIND = "maprun";
}
