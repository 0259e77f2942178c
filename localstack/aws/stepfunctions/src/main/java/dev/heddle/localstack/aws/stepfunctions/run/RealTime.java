package dev.heddle.localstack.aws.stepfunctions.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** Time that passes by itself, read from a source that tests may turn forward. */
public final class RealTime implements EngineTime {
  private static final long LONGEST_MILLIS = 1_000;
  private static final long SHORTEST_MILLIS = 1;

  private final InstantSource source;
  private final long pollMillis;
  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
  private final Thread thread;
  private long order;
  private boolean closed;

  private record Alarm(Instant due, long order, Runnable action) implements Comparable<Alarm> {
    @Override
    public int compareTo(Alarm other) {
      int byTime = due.compareTo(other.due);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** Begins to keep time. */
  public RealTime(InstantSource source) {
    this.source = source;
    // A source that is not the system's may jump: look at it often.
    this.pollMillis = source == InstantSource.system() ? LONGEST_MILLIS : 5;
    this.thread = Thread.ofPlatform().name("stepfunctions-time").daemon().start(this::runDue);
  }

  @Override
  public Instant now() {
    return source.instant();
  }

  @Override
  public synchronized void at(Instant due, Runnable action) {
    alarms.add(new Alarm(due, order++, action));
    if (alarms.peek().due() == due) {
      notifyAll();
    }
  }

  private void runDue() {
    try {
      while (true) {
        Runnable action = next();
        if (action == null) {
          return;
        }
        action.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Runnable next()
      throws InterruptedException {
    while (!closed) {
      Alarm first = alarms.peek();
      if (first == null) {
        wait();
      } else {
        long left = Duration.between(now(), first.due()).toMillis();
        if (!first.due().isAfter(now())) {
          return alarms.remove().action();
        }
        wait(Math.clamp(left, SHORTEST_MILLIS, pollMillis));
      }
    }
    return null;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.interrupt();
  }
}
