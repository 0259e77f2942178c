package dev.heddle.functions.spec.model;

/** What an answer took, in tokens; zero where the provider does not say. */
public record TokenUsage(long promptTokens, long completionTokens) {
  /** Nothing. */
  public static final TokenUsage NONE = new TokenUsage(0, 0);

  /** Both together. */
  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(
        promptTokens + other.promptTokens, completionTokens + other.completionTokens);
  }

  /** All tokens, read and written. */
  public long tokens() {
    return promptTokens + completionTokens;
  }
}
