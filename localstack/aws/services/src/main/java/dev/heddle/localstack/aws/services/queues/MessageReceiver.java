package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Hands messages out, waits for them, and lays aside those received too often. */
final class MessageReceiver {
  // One write holds up every other: a queue of a million poisoned messages is laid aside in
  // several.
  private static final int ROUNDS = 100;

  private final ServiceDatabase database;
  private final QueueTable queues;
  private final MessageTable messages;
  private final ArrivalSignals arrivalSignals;
  private final QueueNames names;
  private final InstantSource clock;

  MessageReceiver(
      ServiceDatabase database,
      QueueTable queues,
      MessageTable messages,
      ArrivalSignals arrivalSignals,
      QueueNames names,
      InstantSource clock) {
    this.database = database;
    this.queues = queues;
    this.messages = messages;
    this.arrivalSignals = arrivalSignals;
    this.names = names;
    this.clock = clock;
  }

  Object receive(SqsQueue queue, RequestInput input) {
    int most = input.integer("MaxNumberOfMessages", 1, 10).orElse(1);
    int hidden =
        input.integer("VisibilityTimeout", 0, 43_200).orElse(queue.number("VisibilityTimeout"));
    int wait =
        input
            .integer("WaitTimeSeconds", 0, 20)
            .orElse(queue.number("ReceiveMessageWaitTimeSeconds"));
    var view = MessageView.read(input);
    List<SqsMessage> received = waitFor(queue, most, hidden, wait);
    return received.isEmpty()
        ? Map.of()
        : Map.of("Messages", received.stream().map(view::of).toList());
  }

  private List<SqsMessage> waitFor(SqsQueue queue, int most, int hidden, int waitSeconds) {
    // Real time, not the service's clock: the caller's socket waits in real time too.
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
    List<SqsMessage> received = List.of();
    while (received.isEmpty() && available(queue)) {
      // Before the look into the queue; see await.
      long seen = arrivalSignals.seen(queue.name());
      received = take(queue, most, hidden);
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (received.isEmpty() && left <= 0) {
        return received;
      }
      if (received.isEmpty()) {
        // A message that becomes visible by the passing of time announces nothing: wake up for the
        // next.
        arrivalSignals.await(queue.name(), seen, Math.min(left, untilNext(queue)));
      }
    }
    return received;
  }

  private boolean available(SqsQueue queue) {
    return !arrivalSignals.closed()
        && !Thread.currentThread().isInterrupted()
        && queues.find(queue.name()).filter(found -> found.id() == queue.id()).isPresent();
  }

  private long untilNext(SqsQueue queue) {
    long now = clock.millis();
    OptionalLong next = messages.nextVisible(queue, now);
    return next.isPresent() ? Math.max(1, next.getAsLong() - now) : Long.MAX_VALUE;
  }

  private List<SqsMessage> take(SqsQueue queue, int most, int hidden) {
    // A read first: most polls find nothing and would each cost a write and an fsync.
    if (!messages.anyReceivable(queue, clock.millis())) {
      return List.of();
    }
    Set<SqsQueue> deadLetterQueues = new HashSet<>();
    List<SqsMessage> received =
        database.write(sql -> take(sql, queue, most, hidden, deadLetterQueues));
    // After the commit: announced inside, receivers would look, find nothing and sleep again.
    deadLetterQueues.forEach(deadLetters -> arrivalSignals.announce(deadLetters.name()));
    return received;
  }

  /** Takes until it has something to hand out: a batch may consist of dead letters only. */
  private List<SqsMessage> take(
      SqlConnection sql, SqsQueue queue, int most, int hidden, Set<SqsQueue> deadLetterQueues)
      throws SQLException {
    List<SqsMessage> received = new ArrayList<>();
    for (int round = 0; round < ROUNDS && received.isEmpty(); round++) {
      // Looked for again inside the write: between the read and here another receiver may have
      // taken them.
      List<SqsMessage> found = MessageTable.receivable(sql, queue, most, clock.millis());
      if (found.isEmpty()) {
        return received;
      }
      for (SqsMessage message : found) {
        takeOrDeadLetter(sql, queue, message, hidden, deadLetterQueues).ifPresent(received::add);
      }
    }
    return received;
  }

  private Optional<SqsMessage> takeOrDeadLetter(
      SqlConnection sql,
      SqsQueue queue,
      SqsMessage message,
      int hidden,
      Set<SqsQueue> deadLetterQueues)
      throws SQLException {
    long now = clock.millis();
    Optional<SqsQueue> deadLetters = deadLetters(queue, message);
    if (deadLetters.isPresent()) {
      MessageTable.move(sql, message, deadLetters.get(), names.arn(queue.name()), now);
      deadLetterQueues.add(deadLetters.get());
      return Optional.empty();
    }
    SqsMessage received =
        message.received(ReceiptHandle.fresh(message.number()).nonce(), now, now + hidden * 1_000L);
    MessageTable.markReceived(sql, received);
    return Optional.of(received);
  }

  private Optional<SqsQueue> deadLetters(SqsQueue queue, SqsMessage message) {
    return queue
        .redrive()
        .filter(policy -> message.receivesHere() >= policy.maxReceiveCount())
        .flatMap(policy -> queues.find(policy.deadLetterQueue()));
  }
}
