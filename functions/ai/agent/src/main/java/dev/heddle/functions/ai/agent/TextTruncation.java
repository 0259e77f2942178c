package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.shape.WellFormedText;

/** Bounds what comes from models and tools. */
final class TextTruncation {
  private TextTruncation() {}

  /** The text, or its beginning with a word about the rest. */
  static String truncate(String text, int most) {
    String whole = WellFormedText.of(text);
    return whole.length() <= most
        ? whole
        : WellFormedText.of(whole.substring(0, most))
            + "… (shortened from "
            + whole.length()
            + " characters)";
  }
}
