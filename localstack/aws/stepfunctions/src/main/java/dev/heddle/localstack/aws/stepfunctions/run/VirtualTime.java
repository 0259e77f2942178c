package dev.heddle.localstack.aws.stepfunctions.run;

import java.time.Instant;
import java.util.PriorityQueue;

/** Time that stands still until it is told to go on to the next thing that is due. */
public final class VirtualTime implements EngineTime {
  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
  private Instant now;
  // Alarms of one instant go off in the order they were set, or a test's history would not repeat.
  private long order;

  private record Alarm(Instant due, long order, Runnable action) implements Comparable<Alarm> {
    @Override
    public int compareTo(Alarm other) {
      int byTime = due.compareTo(other.due);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** A time that stands at an instant. */
  public VirtualTime(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void at(Instant due, Runnable action) {
    alarms.add(new Alarm(due, order++, action));
  }

  /** Goes on to the next thing that is due and runs it; false when there is none. */
  public boolean advance() {
    Runnable action;
    synchronized (this) {
      Alarm next = alarms.poll();
      if (next == null) {
        return false;
      }
      // Never backwards: an alarm set for the past is due now.
      now = next.due().isAfter(now) ? next.due() : now;
      action = next.action();
    }
    // Outside the lock: the action sets the next alarms.
    action.run();
    return true;
  }

  @Override
  public synchronized void close() {
    alarms.clear();
  }
}
