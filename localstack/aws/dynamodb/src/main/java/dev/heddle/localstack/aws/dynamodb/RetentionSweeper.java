package dev.heddle.localstack.aws.dynamodb;

import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Deletes expired items every second and old changes every minute. */
final class RetentionSweeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RetentionSweeper.class.getName());

  // One thread: the sweep and the trim would only wait for the same writer.
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("dynamodb-housekeeping").daemon().factory());

  RetentionSweeper(DynamoDbStore store) {
    // Reads hide what has expired at once, so this may be late; often, so that each sweep is small
    // and holds the writer for a moment only.
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
    // Waits for the sweep under way, whose store is closed next.
    thread.close();
  }
}
