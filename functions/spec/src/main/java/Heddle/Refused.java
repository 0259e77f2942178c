package Heddle;

/** The address may not be called. */
public final class Refused extends NodeError {
  /** Says what happened and what to do. */
  public Refused(String message) {
    super(message);
  }
}
