package dev.heddle.localstack.aws.edge;

/** A refusal in the service's own words: its error code, message and HTTP status. */
public final class AwsFault extends RuntimeException {
  private final int status;
  private final String code;

  /** A fault of the caller, status 400. */
  public AwsFault(String code, String message) {
    this(400, code, message);
  }

  /** A fault with a status of its own. */
  public AwsFault(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The error code, such as {@code ResourceNotFoundException}. */
  public String code() {
    return code;
  }
}
