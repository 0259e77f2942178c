package dev.heddle.localstack.aws.stepfunctions.run;

import org.jspecify.annotations.Nullable;

/**
 * How a task ended.
 *
 * @param output JSON text when it ended well, else null
 */
public record TaskOutcome(@Nullable String output, @Nullable String error, @Nullable String cause) {

  /** It ended well, with JSON text. */
  public static TaskOutcome of(String output) {
    return new TaskOutcome(output, null, null);
  }

  /** It failed; both parts may be absent. */
  public static TaskOutcome failed(@Nullable String error, @Nullable String cause) {
    return new TaskOutcome(null, error, cause);
  }
}
