package Heddle;

/** The node's settings, once evaluated, are not what it takes. */
public final class BadConfig extends NodeError {
  /** Says what happened and what to do. */
  public BadConfig(String message) {
    super(message);
  }
}
