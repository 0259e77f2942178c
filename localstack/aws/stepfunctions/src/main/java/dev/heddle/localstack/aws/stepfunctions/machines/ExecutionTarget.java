package dev.heddle.localstack.aws.stepfunctions.machines;

import org.jspecify.annotations.Nullable;

/** What an ARN leads to when an execution is started by it. */
public record ExecutionTarget(
    StateMachine machine,
    String definition,
    String roleArn,
    @Nullable String versionArn,
    @Nullable String aliasArn) {

  /** The machine as it is now, of no version. */
  static ExecutionTarget latest(StateMachine machine) {
    return new ExecutionTarget(machine, machine.definition(), machine.roleArn(), null, null);
  }
}
