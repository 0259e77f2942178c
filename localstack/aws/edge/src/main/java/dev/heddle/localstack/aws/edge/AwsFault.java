package dev.heddle.localstack.aws.edge;

import java.util.Map;

/**
 * A refusal in the service's own words: its error code, message and HTTP status, and for the few
 * errors that carry more, further members of the error's body.
 */
public final class AwsFault extends RuntimeException {
  private final int status;
  private final String code;
  private final transient Map<String, Object> details;

  /** A fault of the caller, status 400. */
  public AwsFault(String code, String message) {
    this(400, code, message);
  }

  /** A fault with a status of its own. */
  public AwsFault(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  /** A fault whose body has members beside the message, such as {@code CancellationReasons}. */
  public AwsFault(int status, String code, String message, Map<String, Object> details) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The error code, such as {@code ResourceNotFoundException}. */
  public String code() {
    return code;
  }

  /** What it says, never null. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Further members of the error's body. */
  public Map<String, Object> details() {
    return details;
  }
}
