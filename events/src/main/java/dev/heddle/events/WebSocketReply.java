package dev.heddle.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a WebSocket event; on CONNECT any status but 200 refuses the connection.
 *
 * @param headers of the answer to CONNECT, such as the subprotocol that was chosen
 */
public record WebSocketReply(
    int statusCode, @Nullable Map<String, String> headers, @Nullable String body) {

  /** An answer that is but a status. */
  public static WebSocketReply of(int statusCode) {
    return new WebSocketReply(statusCode, null);
  }

  /** An answer without headers. */
  public WebSocketReply(int statusCode, @Nullable String body) {
    this(statusCode, null, body);
  }
}
