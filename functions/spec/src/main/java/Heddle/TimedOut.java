package Heddle;

/** The call took too long. */
public final class TimedOut extends NodeError {
  /** Says what happened and what to do. */
  public TimedOut(String message) {
    super(message);
  }
}
