package dev.heddle.functions.channels.dispatch;

import dev.heddle.events.IntakeMessage;
import dev.heddle.events.SqsEvent;
import dev.heddle.events.SqsReply;
import dev.heddle.functions.spec.shape.Wire;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch of messages of which each succeeds or fails alone. */
final class Batch implements Function<SqsEvent, SqsReply> {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Dispatcher dispatcher;

  Batch(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public SqsReply apply(SqsEvent event) {
    List<SqsReply.Failure> failed =
        event.Records().stream()
            .filter(message -> !succeeds(message))
            .map(message -> new SqsReply.Failure(message.messageId()))
            .toList();
    return new SqsReply(failed);
  }

  // A broad catch belongs here: one message that fails, however it does, must not fail the others.
  private boolean succeeds(SqsEvent.Message message) {
    try {
      dispatcher.dispatch(Wire.JSON.readValue(message.body(), IntakeMessage.class));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Message {} was not dispatched: {}", message.messageId(), e.getClass().getName());
      return false;
    }
  }
}
