package dev.heddle.functions.spec.port;

import dev.heddle.events.IntakeMessage;

/** The queue of events that wait to start a run. */
public interface IntakeQueue {

  /** Sends one; when it returns the message is durable. */
  void send(IntakeMessage message);
}
