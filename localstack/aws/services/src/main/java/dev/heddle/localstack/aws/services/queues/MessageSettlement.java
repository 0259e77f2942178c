package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Ends what a receive began: deletes the message, or hides it for longer or shorter. */
final class MessageSettlement {
  private final ServiceDatabase database;
  private final MessageTable messages;
  private final ArrivalSignals arrivalSignals;
  private final InstantSource clock;

  MessageSettlement(
      ServiceDatabase database,
      MessageTable messages,
      ArrivalSignals arrivalSignals,
      InstantSource clock) {
    this.database = database;
    this.messages = messages;
    this.arrivalSignals = arrivalSignals;
    this.clock = clock;
  }

  Object delete(SqsQueue queue, RequestInput input) {
    deleteOne(queue, input);
    return Map.of();
  }

  Object deleteBatch(SqsQueue queue, RequestInput input) {
    return batch(queue, input, this::deleteOne);
  }

  Object changeVisibility(SqsQueue queue, RequestInput input) {
    hideOne(queue, input);
    return Map.of();
  }

  Object changeVisibilityBatch(SqsQueue queue, RequestInput input) {
    return batch(queue, input, this::hideOne);
  }

  private static Object batch(
      SqsQueue queue, RequestInput input, BiConsumer<SqsQueue, RequestInput> work) {
    List<Object> failed = new ArrayList<>();
    List<Object> successful = new ArrayList<>();
    for (RequestInput entry : BatchEntries.entries(input)) {
      String id = entry.required("Id");
      BatchEntries.attempt(
          id,
          failed,
          () -> {
            work.accept(queue, entry);
            successful.add(Map.of("Id", id));
          });
    }
    return Map.of("Successful", successful, "Failed", failed);
  }

  private void deleteOne(SqsQueue queue, RequestInput input) {
    ReceiptHandle receipt = ReceiptHandle.parse(input.required("ReceiptHandle"));
    boolean deleted = database.write(sql -> delete(sql, queue, receipt));
    if (deleted && queue.fifo()) {
      arrivalSignals.announce(queue.name()); // the rest of its group may go on
    }
  }

  /** An outdated receipt deletes nothing: silently in a standard queue, as a fault in FIFO. */
  private boolean delete(SqlConnection sql, SqsQueue queue, ReceiptHandle receipt)
      throws SQLException {
    Optional<SqsMessage> message = messages.find(sql, queue, receipt.message());
    if (message.isEmpty()) {
      return false;
    }
    // A receiver that was too slow holds a receipt of before: with it, it would delete a message
    // that another is working on.
    boolean latest = receipt.nonce().equals(message.get().receipt());
    if (queue.fifo() && (!latest || message.get().visible() <= clock.millis())) {
      throw new AwsFault(
          "InvalidParameterValue",
          "Value for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
    }
    if (latest) {
      MessageTable.delete(sql, receipt.message());
    }
    return latest;
  }

  private void hideOne(SqsQueue queue, RequestInput input) {
    ReceiptHandle receipt = ReceiptHandle.parse(input.required("ReceiptHandle"));
    int seconds =
        input
            .integer("VisibilityTimeout", 0, 43_200)
            .orElseThrow(() -> input.invalid("The member VisibilityTimeout is missing"));
    database.write(sql -> hide(sql, queue, receipt, seconds));
    arrivalSignals.announce(queue.name()); // whoever waits must know the new time
  }

  private boolean hide(SqlConnection sql, SqsQueue queue, ReceiptHandle receipt, int seconds)
      throws SQLException {
    long now = clock.millis();
    SqsMessage message =
        messages
            .find(sql, queue, receipt.message())
            .filter(found -> receipt.nonce().equals(found.receipt()))
            // Within the write: a message whose time is over may have been handed to someone else.
            .filter(found -> found.visible() > now)
            .orElseThrow(
                () ->
                    new AwsFault(
                        "MessageNotInflight",
                        "The message referred to is not in flight: it was deleted, received"
                            + " again, or its visibility timeout is over."));
    MessageTable.hideUntil(sql, message.number(), now + seconds * 1_000L);
    return true;
  }
}
