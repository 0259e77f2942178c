package dev.heddle.functions.spec.port;

/** Sends to open WebSocket connections. */
@FunctionalInterface
public interface LivePush {

  /**
   * Sends a text message of at most 128 KB.
   *
   * @return false when the connection is gone
   */
  boolean send(String connection, String message);
}
