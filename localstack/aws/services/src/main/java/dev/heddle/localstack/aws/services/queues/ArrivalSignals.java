package dev.heddle.localstack.aws.services.queues;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who wait for a message, without anyone asking again and again. */
final class ArrivalSignals {
  private final Map<String, Signal> signals = new ConcurrentHashMap<>();
  private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
  // Set before everyone is woken, so that nobody goes back to sleep.
  private volatile boolean closed;

  private static final class Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // A count, not a flag: several wait for the same queue, and the first to wake would clear a
    // flag.
    private long count;
  }

  /** A number that changes with each arrival; take it before looking into the queue. */
  long seen(String queue) {
    Signal signal = signal(queue);
    signal.lock.lock();
    try {
      return signal.count;
    } finally {
      signal.lock.unlock();
    }
  }

  /** Says that messages may have become visible. */
  void announce(String queue) {
    Signal signal = signal(queue);
    signal.lock.lock();
    try {
      signal.count++;
      // All: the one woken alone may be refused the message (it is taken already, its group is
      // busy) while another who could have had it sleeps on.
      signal.changed.signalAll();
    } finally {
      signal.lock.unlock();
    }
    // Outside the lock: a listener may receive from this queue at once.
    listeners.getOrDefault(queue, List.of()).forEach(Runnable::run);
  }

  /** Waits until something arrived after {@code seen}, the time is over or all is closed. */
  void await(String queue, long seen, long millis) {
    Signal signal = signal(queue);
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    signal.lock.lock();
    try {
      // Compared with what was seen before looking into the queue: a message that came in between
      // would otherwise be slept through. In a loop, because a wait may end without reason.
      while (signal.count == seen && left > 0 && !closed) {
        left = signal.changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      signal.lock.unlock();
    }
  }

  AutoCloseable listen(String queue, Runnable listener) {
    List<Runnable> own = listeners.computeIfAbsent(queue, q -> new CopyOnWriteArrayList<>());
    own.add(listener);
    return () -> own.remove(listener);
  }

  boolean closed() {
    return closed;
  }

  void close() {
    closed = true;
    List.copyOf(signals.keySet()).forEach(this::announce);
  }

  private Signal signal(String queue) {
    return signals.computeIfAbsent(queue, q -> new Signal());
  }
}
