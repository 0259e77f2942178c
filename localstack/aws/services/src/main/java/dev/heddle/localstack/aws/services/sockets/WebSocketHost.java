package dev.heddle.localstack.aws.services.sockets;

import java.time.Instant;
import java.util.Optional;

/** Whoever holds the WebSocket connections. */
public interface WebSocketHost {

  /** What is known of an open connection. */
  record Connection(Instant connectedAt, Instant lastActiveAt, String sourceIp, String userAgent) {}

  /** Sends a message, or answers false when the connection is gone. */
  boolean send(String connectionId, byte[] message);

  /** The open connection of this id. */
  Optional<Connection> find(String connectionId);

  /** Closes the connection, or answers false when it is gone. */
  boolean disconnect(String connectionId);
}
