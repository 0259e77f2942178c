package dev.heddle.localstack.aws.stepfunctions.definition;

import org.jspecify.annotations.Nullable;

/**
 * A whole state machine.
 *
 * @param timeoutSeconds how long a run may take; null for the service's own limit
 */
public record Machine(Branch top, @Nullable Long timeoutSeconds) {}
