package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.localstack.aws.stepfunctions.run.Time;
import dev.heddle.localstack.aws.stepfunctions.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Forgets what ended long ago: Standard executions after 90 days, Express ones after an hour. */
record Retention(Store store, Time time, Executor executor) {
  private static final Duration STANDARD = Duration.ofDays(90);
  private static final Duration EXPRESS = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int BATCH = 200;

  /** Looks now, and again and again. */
  void start() {
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
      forgotten = store.forget(endedBefore.toEpochMilli(), express, BATCH);
    }
  }
}
