package dev.heddle.localstack.lab.command;

/** A call that can't be done, told in one line. */
public final class Refusal extends RuntimeException {
  private final int status;

  private Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The call itself is wrong: status 2. */
  public static Refusal ofCall(String message) {
    return new Refusal(2, message);
  }

  /** The call is right, but it can't be done now: status 1. */
  public static Refusal of(String message) {
    return new Refusal(1, message);
  }

  /** The exit status. */
  public int status() {
    return status;
  }
}
