package dev.heddle.functions.spec.model;

/** What an answer took, in tokens; zero where the provider does not say. */
public record Usage(long promptTokens, long completionTokens) {
  /** Nothing. */
  public static final Usage NONE = new Usage(0, 0);

  /** Both together. */
  public Usage plus(Usage other) {
    return new Usage(promptTokens + other.promptTokens, completionTokens + other.completionTokens);
  }

  /** All tokens, read and written. */
  public long tokens() {
    return promptTokens + completionTokens;
  }
}
