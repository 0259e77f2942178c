package dev.heddle.localstack.aws.services.functions;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.DurableWork;
import dev.heddle.localstack.aws.services.DurableWork.WorkItem;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.functions.FunctionNameResolver.Reference;
import dev.heddle.localstack.aws.services.functions.LambdaHost.Invocation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asynchronous calls: on disk before they are accepted, tried three times in all, a minute and two
 * minutes apart, then dropped.
 */
final class AsyncInvocationQueue implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AsyncInvocationQueue.class.getName());
  // A function that calls itself asynchronously would otherwise fill the disk.
  private static final int WAITING = 100_000;
  private static final int ATTEMPTS = 3;

  private final ServiceDatabase database;
  private final DurableWork work;
  private final FunctionRunner runner;
  private final FunctionNameResolver names;
  private final InstantSource clock;

  AsyncInvocationQueue(
      Path folder, FunctionRunner runner, FunctionNameResolver names, InstantSource clock) {
    this.runner = runner;
    this.names = names;
    this.clock = clock;
    this.database =
        new ServiceDatabase(folder, "functions", DurableWork.SCHEMA.toArray(String[]::new));
    this.work = new DurableWork(database, clock, "function-events", this::run);
  }

  void accept(Invocation invocation) {
    database.write(
        sql -> {
          // In the write that adds: counted before it, a burst of callers would all pass.
          if (DurableWork.waiting(sql) >= WAITING) {
            throw new AwsFault(429, "TooManyRequestsException", "Rate Exceeded.");
          }
          String topic = invocation.function() + ":" + invocation.qualifier();
          work.add(sql, invocation.requestId(), topic, invocation.payload());
          return topic;
        });
    // After the commit: woken inside it, the dispatcher would not see the work and leave it to the
    // poll.
    work.wake();
  }

  @Override
  public void close() {
    // Before the database, in which it settles what it has done.
    work.close();
    database.close();
  }

  private Optional<Instant> run(WorkItem item) {
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

  private boolean succeeded(WorkItem item) {
    Reference reference = FunctionNameResolver.parse(item.topic());
    var invocation =
        new Invocation(item.id(), reference.name(), reference.qualifier(), item.payload());
    try {
      return !runner.run(names.find(reference.name()), invocation).failed();
    } catch (AwsFault fault) {
      return false;
    }
  }
}
