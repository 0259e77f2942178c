package dev.heddle.localstack.aws.stepfunctions.store;

import org.jspecify.annotations.Nullable;

/**
 * One scope of a run in flight, as stored.
 *
 * @param due when it must be woken, in milliseconds since the epoch; null for never
 * @param live whether it does or awaits something itself, other than what is inside it
 * @param body the scope as JSON
 */
public record ScopeRow(int id, @Nullable Long due, boolean live, byte[] body) {}
