package dev.heddle.functions.spec.entity;

import java.time.Duration;

/** How long items are kept. */
public sealed interface EntityRetention {

  /** Until someone deletes it. */
  EntityRetention UNTIL_DELETED = new UntilDeleted();

  /** Until a moment that each item names itself. */
  EntityRetention UNTIL_EXPIRY = new UntilExpiry();

  /** So long after it was written last. */
  static EntityRetention of(Duration duration) {
    return new For(duration);
  }

  /** Until someone deletes it. */
  record UntilDeleted() implements EntityRetention {}

  /** Until a moment that each item names itself, as a session does. */
  record UntilExpiry() implements EntityRetention {}

  /** So long after it was written last. */
  record For(Duration duration) implements EntityRetention {}
}
