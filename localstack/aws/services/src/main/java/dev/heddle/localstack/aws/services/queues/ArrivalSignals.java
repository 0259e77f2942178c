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
  private volatile boolean closed;

  private static final class Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
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
      signal.changed.signalAll();
    } finally {
      signal.lock.unlock();
    }
    listeners.getOrDefault(queue, List.of()).forEach(Runnable::run);
  }

  /** Waits until something arrived after {@code seen}, the time is over or all is closed. */
  void await(String queue, long seen, long millis) {
    Signal signal = signal(queue);
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    signal.lock.lock();
    try {
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
