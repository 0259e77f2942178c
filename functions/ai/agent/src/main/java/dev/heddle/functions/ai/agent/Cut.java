package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.shape.WellFormed;

/** Bounds what comes from models and tools. */
final class Cut {
  private Cut() {}

  /** The text, or its beginning with a word about the rest. */
  static String of(String text, int most) {
    String whole = WellFormed.of(text);
    return whole.length() <= most
        ? whole
        : WellFormed.of(whole.substring(0, most))
            + "… (cut here; the whole has "
            + whole.length()
            + " characters)";
  }
}
