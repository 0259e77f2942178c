package dev.heddle.localstack.aws.stepfunctions.machines;

import org.jspecify.annotations.Nullable;

/** A published, unchangeable version of a state machine. */
public record StateMachineVersion(
    String arn,
    String machineArn,
    int number,
    String definition,
    String roleArn,
    String revision,
    long created,
    @Nullable String description) {}
