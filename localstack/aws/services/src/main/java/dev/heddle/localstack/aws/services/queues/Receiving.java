package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.Input;
import dev.heddle.localstack.aws.services.Sql;
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
final class Receiving {
  private static final int ROUNDS = 100;

  private final Database database;
  private final QueueTable queues;
  private final MessageTable messages;
  private final Arrivals arrivals;
  private final QueueNames names;
  private final InstantSource clock;

  Receiving(
      Database database,
      QueueTable queues,
      MessageTable messages,
      Arrivals arrivals,
      QueueNames names,
      InstantSource clock) {
    this.database = database;
    this.queues = queues;
    this.messages = messages;
    this.arrivals = arrivals;
    this.names = names;
    this.clock = clock;
  }

  Object receive(Queue queue, Input input) {
    int most = input.integer("MaxNumberOfMessages", 1, 10).orElse(1);
    int hidden =
        input.integer("VisibilityTimeout", 0, 43_200).orElse(queue.number("VisibilityTimeout"));
    int wait =
        input
            .integer("WaitTimeSeconds", 0, 20)
            .orElse(queue.number("ReceiveMessageWaitTimeSeconds"));
    var view = MessageView.asked(input);
    List<Message> received = waitFor(queue, most, hidden, wait);
    return received.isEmpty()
        ? Map.of()
        : Map.of("Messages", received.stream().map(view::of).toList());
  }

  private List<Message> waitFor(Queue queue, int most, int hidden, int waitSeconds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
    List<Message> received = List.of();
    while (received.isEmpty() && available(queue)) {
      long seen = arrivals.seen(queue.name());
      received = take(queue, most, hidden);
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (received.isEmpty() && left <= 0) {
        return received;
      }
      if (received.isEmpty()) {
        arrivals.await(queue.name(), seen, Math.min(left, untilNext(queue)));
      }
    }
    return received;
  }

  private boolean available(Queue queue) {
    return !arrivals.closed()
        && !Thread.currentThread().isInterrupted()
        && queues.find(queue.name()).filter(found -> found.id() == queue.id()).isPresent();
  }

  private long untilNext(Queue queue) {
    long now = clock.millis();
    OptionalLong next = messages.nextVisible(queue, now);
    return next.isPresent() ? Math.max(1, next.getAsLong() - now) : Long.MAX_VALUE;
  }

  private List<Message> take(Queue queue, int most, int hidden) {
    if (!messages.anyReceivable(queue, clock.millis())) {
      return List.of();
    }
    Set<Queue> grown = new HashSet<>();
    List<Message> taken = database.write(sql -> take(sql, queue, most, hidden, grown));
    grown.forEach(deadLetters -> arrivals.announce(deadLetters.name()));
    return taken;
  }

  /** Takes until it has something to hand out: a batch may consist of dead letters only. */
  private List<Message> take(Sql sql, Queue queue, int most, int hidden, Set<Queue> grown)
      throws SQLException {
    List<Message> taken = new ArrayList<>();
    for (int round = 0; round < ROUNDS && taken.isEmpty(); round++) {
      List<Message> found = MessageTable.receivable(sql, queue, most, clock.millis());
      if (found.isEmpty()) {
        return taken;
      }
      for (Message message : found) {
        takeOrLayAside(sql, queue, message, hidden, grown).ifPresent(taken::add);
      }
    }
    return taken;
  }

  private Optional<Message> takeOrLayAside(
      Sql sql, Queue queue, Message message, int hidden, Set<Queue> grown) throws SQLException {
    long now = clock.millis();
    Optional<Queue> deadLetters = deadLetters(queue, message);
    if (deadLetters.isPresent()) {
      MessageTable.move(sql, message, deadLetters.get(), names.arn(queue.name()), now);
      grown.add(deadLetters.get());
      return Optional.empty();
    }
    Message received =
        message.received(Receipt.fresh(message.number()).nonce(), now, now + hidden * 1_000L);
    MessageTable.received(sql, received);
    return Optional.of(received);
  }

  private Optional<Queue> deadLetters(Queue queue, Message message) {
    return queue
        .redrive()
        .filter(policy -> message.receivesHere() >= policy.maxReceiveCount())
        .flatMap(policy -> queues.find(policy.deadLetterQueue()));
  }
}
