package dev.heddle.localstack.aws.services.functions;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.DurableWork;
import dev.heddle.localstack.aws.services.DurableWork.Item;
import dev.heddle.localstack.aws.services.functions.FunctionHost.Invocation;
import dev.heddle.localstack.aws.services.functions.FunctionNames.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asynchronous calls: on disk before they are accepted, tried three times in all, a minute and two
 * minutes apart, then dropped.
 */
final class EventQueue implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EventQueue.class.getName());
  private static final int WAITING = 100_000;
  private static final int ATTEMPTS = 3;

  private final Database database;
  private final DurableWork work;
  private final Runner runner;
  private final FunctionNames names;
  private final InstantSource clock;

  EventQueue(Path folder, Runner runner, FunctionNames names, InstantSource clock) {
    this.runner = runner;
    this.names = names;
    this.clock = clock;
    this.database = new Database(folder, "functions", DurableWork.SCHEMA.toArray(String[]::new));
    this.work = new DurableWork(database, clock, "function-events", this::run);
  }

  void accept(Invocation invocation) {
    database.write(
        sql -> {
          if (DurableWork.waiting(sql) >= WAITING) {
            throw new AwsFault(429, "TooManyRequestsException", "Rate Exceeded.");
          }
          String topic = invocation.function() + ":" + invocation.qualifier();
          work.add(sql, invocation.requestId(), topic, invocation.payload());
          return topic;
        });
    work.wake();
  }

  @Override
  public void close() {
    work.close();
    database.close();
  }

  private Optional<Instant> run(Item item) {
    if (succeeded(item)) {
      return Optional.empty();
    }
    if (item.attempt() == ATTEMPTS) {
      LOG.log(
          System.Logger.Level.WARNING,
          "An event for {0} was dropped after {1} attempts",
          item.topic(),
          ATTEMPTS);
      return Optional.empty();
    }
    return Optional.of(clock.instant().plus(Duration.ofMinutes(item.attempt())));
  }

  private boolean succeeded(Item item) {
    Reference reference = FunctionNames.parse(item.topic());
    var invocation =
        new Invocation(item.id(), reference.name(), reference.qualifier(), item.payload());
    try {
      return !runner.run(names.find(reference.name()), invocation).failed();
    } catch (AwsFault fault) {
      return false;
    }
  }
}
