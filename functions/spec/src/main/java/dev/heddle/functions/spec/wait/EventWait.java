package dev.heddle.functions.spec.wait;

import java.time.Instant;

/**
 * A run that waits for an event.
 *
 * @param key which of the events of this name, such as an order's number
 * @param token what completes the run's task
 */
public record EventWait(
    String id, String event, String key, String run, Instant expiresAt, String token) {

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "EventWait[" + id + "]";
  }
}
