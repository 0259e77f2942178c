package dev.heddle.localstack.host.demo;

/** Counts tokens roughly: four letters each. */
final class TokenEstimate {
  private static final int LETTERS = 4;

  private TokenEstimate() {}

  static int in(String text) {
    return (text.length() + LETTERS - 1) / LETTERS;
  }

  /** The beginning of a text that has at most so many. */
  static String cut(String text, int most) {
    long letters = (long) most * LETTERS;
    return text.length() <= letters ? text : text.substring(0, (int) letters);
  }
}
