package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.Outbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Delivers committed events to the log, in order, each at least once. */
final class OutboxRelay implements AutoCloseable {
  private static final Logger LOG = System.getLogger(OutboxRelay.class.getName());
  // Bounds what is copied for one delivery; the cursor moves on after each, so that a crash repeats
  // no more than this.
  private static final int BATCH = 200;
  // A log that refuses would otherwise be asked again without pause, by a thread that never sleeps.
  private static final long RETRY_MILLIS = 1_000;

  private final Outbox outbox;
  private final ExecutionLog log;
  private final Thread thread;
  // True at first: what was stored before the last stop may not have been delivered.
  private boolean pending = true;
  private volatile boolean closed;

  OutboxRelay(Outbox outbox, ExecutionLog log) {
    this.outbox = outbox;
    this.log = log;
    this.thread = Thread.ofPlatform().name("stepfunctions-log").daemon().start(this::run);
  }

  synchronized void wake() {
    pending = true;
    notifyAll();
  }

  private void run() {
    try {
      while (!closed) {
        await();
        try {
          drain(outbox, log);
        } catch (RuntimeException e) {
          // The log is foreign code: it gets the same events again.
          LOG.log(Level.WARNING, "The execution log did not take its events; trying again", e);
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void await() throws InterruptedException {
    // A flag beside the wait: a wake() during a delivery would be lost if it only notified.
    while (!pending && !closed) {
      wait();
    }
    // Before reading, not after: what is committed during the delivery sets it again.
    pending = false;
  }

  private synchronized void pause() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
    // In a loop: every commit wakes this thread, and under load a log that refuses would be asked
    // again at once, over and over.
    for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    pending = true;
  }

  /** Delivers all there is. */
  static void drain(Outbox outbox, ExecutionLog log) {
    List<Outbox.Batch> batches = outbox.next(BATCH);
    while (!batches.isEmpty()) {
      List<ExecutionLog.Entry> events = new ArrayList<>();
      for (Outbox.Batch batch : batches) {
        batch.events().forEach(event -> events.add(shape(batch.executionArn(), event)));
      }
      log.deliver(events);
      // After the log has taken them: the other way round a crash in between would lose events.
      outbox.delivered(batches.getLast().position());
      batches = outbox.next(BATCH);
    }
  }

  private static ExecutionLog.Entry shape(String arn, HistoryEvent event) {
    return new ExecutionLog.Entry(
        Long.toString(event.id()),
        event.type(),
        event.details(),
        Long.toString(event.previous()),
        Long.toString(event.time()),
        arn,
        Integer.toString(event.redrive()));
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      // A log that hangs must not keep the process from stopping; what it did not take comes again.
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
