package dev.heddle.localstack.host.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words that stand on a scale, such as low, normal, high. */
final class OrdinalScale {
  private static final Map<String, Integer> RANKS =
      Map.ofEntries(
          Map.entry("lowest", 0),
          Map.entry("trivial", 1),
          Map.entry("low", 2),
          Map.entry("minor", 3),
          Map.entry("p4", 2),
          Map.entry("normal", 5),
          Map.entry("standard", 5),
          Map.entry("medium", 5),
          Map.entry("moderate", 5),
          Map.entry("p3", 4),
          Map.entry("p2", 6),
          Map.entry("major", 7),
          Map.entry("high", 8),
          Map.entry("p1", 9),
          Map.entry("severe", 9),
          Map.entry("urgent", 9),
          Map.entry("highest", 10),
          Map.entry("critical", 10),
          Map.entry("blocker", 10),
          Map.entry("emergency", 10),
          Map.entry("p0", 10));

  private OrdinalScale() {}

  /** The word at a height from 0 to 1; empty when the words are on no scale. */
  static Optional<String> at(double height, List<String> options) {
    if (options.size() < 2
        || !options.stream().allMatch(option -> RANKS.containsKey(key(option)))) {
      return Optional.empty();
    }
    List<String> rising =
        options.stream().sorted(Comparator.comparingInt(option -> RANKS.get(key(option)))).toList();
    int step = (int) Math.min(height * rising.size(), rising.size() - 1.0);
    return Optional.of(rising.get(step));
  }

  private static String key(String option) {
    return option.toLowerCase(Locale.ROOT).strip();
  }
}
