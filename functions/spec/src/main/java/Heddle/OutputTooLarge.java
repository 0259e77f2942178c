package Heddle;

/** The node's output is over the limit. */
public final class OutputTooLarge extends NodeError {
  /** Says what happened and what to do. */
  public OutputTooLarge(String message) {
    super(message);
  }
}
