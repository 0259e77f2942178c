package dev.heddle.functions.core.internet;

import java.time.Duration;

/** When a whole exchange must be over, whatever each of its steps takes. */
final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    // The clock of the day may be set while an exchange runs, and would end it at once or never.
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left, at least a millisecond. */
  Duration left() {
    // Never zero, which the clients take for "no limit".
    return Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
  }

  boolean isOver() {
    // By difference, because nanoTime may overflow.
    return System.nanoTime() - end >= 0;
  }
}
