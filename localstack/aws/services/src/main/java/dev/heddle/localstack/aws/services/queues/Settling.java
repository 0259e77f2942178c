package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.Input;
import dev.heddle.localstack.aws.services.Sql;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Ends what a receive began: deletes the message, or hides it for longer or shorter. */
final class Settling {
  private final Database database;
  private final MessageTable messages;
  private final Arrivals arrivals;
  private final InstantSource clock;

  Settling(Database database, MessageTable messages, Arrivals arrivals, InstantSource clock) {
    this.database = database;
    this.messages = messages;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  Object delete(Queue queue, Input input) {
    deleteOne(queue, input);
    return Map.of();
  }

  Object deleteBatch(Queue queue, Input input) {
    return batch(queue, input, this::deleteOne);
  }

  Object changeVisibility(Queue queue, Input input) {
    hideOne(queue, input);
    return Map.of();
  }

  Object changeVisibilityBatch(Queue queue, Input input) {
    return batch(queue, input, this::hideOne);
  }

  private static Object batch(Queue queue, Input input, BiConsumer<Queue, Input> work) {
    List<Object> failed = new ArrayList<>();
    List<Object> successful = new ArrayList<>();
    for (Input entry : Batches.entries(input)) {
      String id = entry.required("Id");
      Batches.attempt(
          id,
          failed,
          () -> {
            work.accept(queue, entry);
            successful.add(Map.of("Id", id));
          });
    }
    return Map.of("Successful", successful, "Failed", failed);
  }

  private void deleteOne(Queue queue, Input input) {
    Receipt receipt = Receipt.parse(input.required("ReceiptHandle"));
    boolean deleted = database.write(sql -> delete(sql, queue, receipt));
    if (deleted && queue.fifo()) {
      arrivals.announce(queue.name()); // the rest of its group may go on
    }
  }

  /** An outdated receipt deletes nothing: silently in a standard queue, as a fault in FIFO. */
  private boolean delete(Sql sql, Queue queue, Receipt receipt) throws SQLException {
    Optional<Message> message = messages.find(sql, queue, receipt.message());
    if (message.isEmpty()) {
      return false;
    }
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

  private void hideOne(Queue queue, Input input) {
    Receipt receipt = Receipt.parse(input.required("ReceiptHandle"));
    int seconds =
        input
            .integer("VisibilityTimeout", 0, 43_200)
            .orElseThrow(() -> input.invalid("The member VisibilityTimeout is missing"));
    database.write(sql -> hide(sql, queue, receipt, seconds));
    arrivals.announce(queue.name()); // whoever waits must know the new time
  }

  private boolean hide(Sql sql, Queue queue, Receipt receipt, int seconds) throws SQLException {
    long now = clock.millis();
    Message message =
        messages
            .find(sql, queue, receipt.message())
            .filter(found -> receipt.nonce().equals(found.receipt()))
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
