package dev.heddle.functions.spec.run;

import org.jspecify.annotations.Nullable;

/** Something an event of the execution log said; of two, the later event's holds. */
public record Fact<T>(long event, T value) {

  /** What holds of two facts about the same thing. */
  static <T> @Nullable Fact<T> later(@Nullable Fact<T> one, @Nullable Fact<T> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.event >= other.event ? one : other;
  }

  /** What was said first. */
  static <T> @Nullable Fact<T> earlier(@Nullable Fact<T> one, @Nullable Fact<T> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.event <= other.event ? one : other;
  }
}
