package dev.heddle.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API Gateway WebSocket API event; {@code eventType} is CONNECT, MESSAGE or DISCONNECT. */
public record WebSocketEvent(
    @Nullable Map<String, String> headers,
    @Nullable Map<String, String> queryStringParameters,
    RequestContext requestContext,
    @Nullable String body,
    boolean isBase64Encoded) {

  /** The connection the event belongs to. */
  public record RequestContext(
      String routeKey,
      String eventType,
      String connectionId,
      String requestId,
      @Nullable String domainName,
      @Nullable String stage) {}
}
