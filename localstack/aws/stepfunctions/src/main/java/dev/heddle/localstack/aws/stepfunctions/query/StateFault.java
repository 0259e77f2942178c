package dev.heddle.localstack.aws.stepfunctions.query;

import org.jspecify.annotations.Nullable;

/** Thrown while a state is evaluated; carries what the state fails with. */
public final class StateFault extends RuntimeException {
  private final transient StateFailure failure;
  private final @Nullable String location;

  private StateFault(StateFailure failure, @Nullable String location) {
    super(failure.cause(), null, false, false);
    this.failure = failure;
    this.location = location;
  }

  /** A failure with an error name of its own. */
  public static StateFault of(String error, String cause) {
    return new StateFault(new StateFailure(error, cause), null);
  }

  /** A failure of a JSONata expression in the named field, such as {@code Output/total}. */
  public static StateFault query(String cause, @Nullable String location) {
    return new StateFault(new StateFailure(StateFailure.QUERY, cause), location);
  }

  /** Something the engine cannot process; the state's name and event are put before it. */
  public static StateFault runtime(String detail) {
    return of(StateFailure.RUNTIME, detail);
  }

  /** What the state fails with. */
  public StateFailure failure() {
    return failure;
  }

  /** The field whose expression failed; null when it is not about one expression. */
  public @Nullable String location() {
    return location;
  }
}
