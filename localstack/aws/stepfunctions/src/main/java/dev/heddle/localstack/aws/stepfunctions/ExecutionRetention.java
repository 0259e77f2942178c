package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.localstack.aws.stepfunctions.run.EngineTime;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Forgets what ended long ago: Standard executions after 90 days, Express ones after an hour. */
final class ExecutionRetention implements AutoCloseable {
  private static final Duration STANDARD = Duration.ofDays(90);
  private static final Duration EXPRESS = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  // One write holds the only writer: forgetting thousands at once would stop every run meanwhile.
  private static final int BATCH = 200;

  private final ExecutionStore store;
  private final EngineTime time;
  private final Executor executor;
  private boolean closed;

  ExecutionRetention(ExecutionStore store, EngineTime time, Executor executor) {
    this.store = store;
    this.time = time;
    this.executor = executor;
  }

  /** Looks now, and again and again. */
  void start() {
    // Not on the thread of time, which wakes every execution and must not wait for the disk.
    executor.execute(this::forget);
    time.at(time.now().plus(PAUSE), this::start);
  }

  private void forget() {
    Instant now = time.now();
    all(now.minus(STANDARD), false);
    all(now.minus(EXPRESS), true);
  }

  /** In small batches, so that the writes of runs come in between. */
  private void all(Instant endedBefore, boolean express) {
    int forgotten = BATCH;
    while (forgotten == BATCH) {
      forgotten = batch(endedBefore, express);
    }
  }

  // The same lock as close(): the store is closed right after that, and a batch begun later would
  // fail on it.
  private synchronized int batch(Instant endedBefore, boolean express) {
    return closed ? 0 : store.forget(endedBefore.toEpochMilli(), express, BATCH);
  }

  /** Waits for the batch under way; none follows. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}
