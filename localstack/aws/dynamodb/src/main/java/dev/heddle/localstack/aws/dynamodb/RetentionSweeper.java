package dev.heddle.localstack.aws.dynamodb;

import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Deletes expired items every second and old changes every minute. */
final class RetentionSweeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RetentionSweeper.class.getName());

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("dynamodb-housekeeping").daemon().factory());

  RetentionSweeper(DynamoDbStore store) {
    every(1, store.expiries()::sweep);
    every(60, store.changes()::trim);
  }

  private void every(int seconds, Runnable task) {
    thread.scheduleWithFixedDelay(() -> run(task), seconds, seconds, TimeUnit.SECONDS);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) { // a table deleted meanwhile, a full disk: next time again
      LOG.log(System.Logger.Level.DEBUG, "Housekeeping failed: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
