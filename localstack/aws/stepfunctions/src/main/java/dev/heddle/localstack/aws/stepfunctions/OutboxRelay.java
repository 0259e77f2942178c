package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.Outbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Delivers committed events to the log, in order, each at least once. */
final class OutboxRelay implements AutoCloseable {
  private static final Logger LOG = System.getLogger(OutboxRelay.class.getName());
  private static final int BATCH = 200;
  private static final long RETRY_MILLIS = 1_000;

  private final Outbox outbox;
  private final ExecutionLog log;
  private final Thread thread;
  private boolean news = true;
  private volatile boolean closed;

  OutboxRelay(Outbox outbox, ExecutionLog log) {
    this.outbox = outbox;
    this.log = log;
    this.thread = Thread.ofPlatform().name("stepfunctions-log").daemon().start(this::run);
  }

  synchronized void wake() {
    news = true;
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
    while (!news && !closed) {
      wait();
    }
    news = false;
  }

  private synchronized void pause() throws InterruptedException {
    wait(RETRY_MILLIS);
    news = true;
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
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
