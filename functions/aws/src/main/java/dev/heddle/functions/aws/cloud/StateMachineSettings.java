package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.port.MachineName;

/**
 * Where state machines live and what they are made with.
 *
 * @param prefix before every machine's name
 * @param roleArn the role their executions act in
 * @param logGroupArn the group of their execution log, without {@code :*}
 */
public record StateMachineSettings(String prefix, String roleArn, String logGroupArn) {
  private static final int PARTITION = 1;
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  /** The ARN of a machine of this name: in the log group's region and account. */
  String arn(MachineName name) {
    return arns(logGroup()) + name.text();
  }

  /** Before the names in the ARNs of machines that log to this group; empty without one. */
  static String arns(String logGroupArn) {
    String[] log = logGroupArn.split(":", -1);
    return log.length <= ACCOUNT
        ? ""
        : String.join(":", "arn", log[PARTITION], "states", log[REGION], log[ACCOUNT])
            + ":stateMachine:";
  }

  /** The log group; refused when it is none, because then no run would be recorded. */
  String logGroup() {
    if (!logGroupArn.matches("arn:[^:]+:logs:[^:]+:[^:]+:log-group:[^:]+")) {
      throw new IllegalStateException(
          "HEDDLE_WORKFLOW_LOG_GROUP_ARN is “" + logGroupArn + "”, not the ARN of a log group");
    }
    return logGroupArn;
  }
}
