package dev.heddle.localstack.aws.stepfunctions.run;

import org.jspecify.annotations.Nullable;

/**
 * How a task ended.
 *
 * @param output JSON text when it ended well, else null
 */
public record Outcome(@Nullable String output, @Nullable String error, @Nullable String cause) {

  /** It ended well, with JSON text. */
  public static Outcome of(String output) {
    return new Outcome(output, null, null);
  }

  /** It failed; both parts may be absent. */
  public static Outcome failed(@Nullable String error, @Nullable String cause) {
    return new Outcome(null, error, cause);
  }
}
