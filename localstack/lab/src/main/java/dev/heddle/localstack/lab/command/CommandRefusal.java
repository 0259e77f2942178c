package dev.heddle.localstack.lab.command;

/** A call that can't be done, told in one line. */
public final class CommandRefusal extends RuntimeException {
  private final int status;

  private CommandRefusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The call itself is wrong: status 2. */
  public static CommandRefusal ofCall(String message) {
    return new CommandRefusal(2, message);
  }

  /** The call is right, but it can't be done now: status 1. */
  public static CommandRefusal of(String message) {
    return new CommandRefusal(1, message);
  }

  /** The exit status. */
  public int status() {
    return status;
  }
}
