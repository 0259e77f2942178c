package dev.heddle.localstack.aws.stepfunctions.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** Time that passes by itself, read from a source that tests may turn forward. */
public final class RealTime implements EngineTime {
  // The system's clock may be set, and the machine may sleep: waiting the whole time till the next
  // alarm would miss that, so it is looked at again at least this often.
  private static final long LONGEST_MILLIS = 1_000;
  // wait(0) would wait for ever.
  private static final long SHORTEST_MILLIS = 1;

  private final InstantSource source;
  private final long pollMillis;
  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
  private final Thread thread;
  // Alarms of the same instant go off in the order they were set: a heap alone keeps no such order,
  // and histories would differ from run to run.
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
    // Only a new earliest alarm changes how long the thread must sleep; waking it for each would
    // cost a switch of threads for every Wait and every timeout.
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
        // Outside the lock: an action that sets another alarm, or that blocks, must not hold up
        // at().
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
    // Whatever is due later is stored with its execution and set again at the next start.
    thread.interrupt();
  }
}
