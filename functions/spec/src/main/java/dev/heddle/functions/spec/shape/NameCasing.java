package dev.heddle.functions.spec.shape;

import java.util.Locale;

/** Names in the forms the wire and the screen use. */
final class NameCasing {
  private NameCasing() {}

  /** {@code TimedOut} and {@code TIMED_OUT} as {@code timed-out}. */
  static String kebab(String name) {
    return spaced(name).replace(' ', '-');
  }

  /** {@code maxTokens} as {@code Max tokens}. */
  static String title(String name) {
    String words = spaced(name);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String spaced(String name) {
    return name.replace('_', ' ')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
