package dev.heddle.functions.spec.entity;

import java.time.Duration;

/** How long items are kept. */
public sealed interface Retention {

  /** Until someone deletes it. */
  Retention UNTIL_DELETED = new UntilDeleted();

  /** Until a moment that each item names itself. */
  Retention UNTIL_EXPIRY = new UntilExpiry();

  /** So long after it was written last. */
  static Retention of(Duration duration) {
    return new For(duration);
  }

  /** Until someone deletes it. */
  record UntilDeleted() implements Retention {}

  /** Until a moment that each item names itself, as a session does. */
  record UntilExpiry() implements Retention {}

  /** So long after it was written last. */
  record For(Duration duration) implements Retention {}
}
