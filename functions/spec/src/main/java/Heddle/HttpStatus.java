package Heddle;

/** The HTTP call was answered with an error status. */
public final class HttpStatus extends NodeError {
  /** Says what happened and what to do. */
  public HttpStatus(String message) {
    super(message);
  }
}
