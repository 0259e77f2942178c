package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.DataFlow;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a state does about a failure: try again, or go elsewhere. */
public record ErrorRecovery(List<Retrier> retry, List<Catcher> catchers) {

  /** No recovery at all. */
  public static final ErrorRecovery NONE = new ErrorRecovery(List.of(), List.of());

  /** Tries again, waiting longer each time; times are in seconds. */
  public record Retrier(
      List<String> errors,
      double interval,
      int maxAttempts,
      double backoff,
      @Nullable Double maxDelay,
      boolean jitter) {

    /** Seconds before the given attempt, counted from 0; without jitter. */
    public double delay(int attempt) {
      double delay = interval * Math.pow(backoff, attempt);
      return Math.min(delay, maxDelay == null ? 31_536_000 : maxDelay);
    }
  }

  /** Goes to another state. */
  public record Catcher(List<String> errors, DataFlow flow, String next) {}

  /** The index of the first retrier that matches; -1 if none does. */
  public int retrierFor(StateFailure failure) {
    for (int i = 0; i < retry.size(); i++) {
      if (matches(retry.get(i).errors(), failure)) {
        return i;
      }
    }
    return -1;
  }

  /** The first catcher that matches. */
  public @Nullable Catcher catcherFor(StateFailure failure) {
    return catchers.stream().filter(c -> matches(c.errors(), failure)).findFirst().orElse(null);
  }

  private static boolean matches(List<String> names, StateFailure failure) {
    return !failure.fatal() && names.stream().anyMatch(name -> named(name, failure));
  }

  private static boolean named(String name, StateFailure failure) {
    return switch (name) {
      case "States.ALL" -> true;
      case "States.TaskFailed" -> !StateFailure.TIMEOUT.equals(failure.error());
      case StateFailure.SILENCE -> failure.silent() || name.equals(failure.error());
      default -> name.equals(failure.error());
    };
  }
}
