package dev.heddle.events;

import org.jspecify.annotations.Nullable;

/** The answer to a WebSocket event; on CONNECT any status but 200 refuses the connection. */
public record WebSocketReply(int statusCode, @Nullable String body) {}
