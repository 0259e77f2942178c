package Heddle;

/** The HTTP call got no answer. */
public final class HttpFailed extends NodeError {
  /** Says what happened and what to do. */
  public HttpFailed(String message) {
    super(message);
  }
}
