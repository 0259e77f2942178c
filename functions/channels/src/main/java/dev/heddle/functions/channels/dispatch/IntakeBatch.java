package dev.heddle.functions.channels.dispatch;

import dev.heddle.events.IntakeMessage;
import dev.heddle.events.SqsBatchResponse;
import dev.heddle.events.SqsEvent;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch of messages of which each succeeds or fails alone. */
final class IntakeBatch implements Function<SqsEvent, SqsBatchResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeBatch.class);

  private final IntakeDispatcher dispatcher;

  IntakeBatch(IntakeDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public SqsBatchResponse apply(SqsEvent event) {
    List<SqsBatchResponse.Failure> failed =
        event.Records().stream()
            .filter(message -> !succeeds(message))
            .map(message -> new SqsBatchResponse.Failure(message.messageId()))
            .toList();
    return new SqsBatchResponse(failed);
  }

  // A broad catch belongs here: one message that fails, however it does, must not fail the others.
  private boolean succeeds(SqsEvent.Message message) {
    try {
      dispatcher.dispatch(WireJson.MAPPER.readValue(message.body(), IntakeMessage.class));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Message {} was not dispatched: {}", message.messageId(), e.getClass().getName());
      return false;
    }
  }
}
