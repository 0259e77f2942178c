package dev.heddle.localstack.aws.stepfunctions.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue for a number of places in which owners take turns: one with a thousand things waiting
 * delays another's one by no more than one of its own. No owner has more than half of the places
 * that the others leave, so that one whose things take long leaves room for a newcomer.
 */
final class FairQueue<T> {
  private final Map<String, Deque<T>> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> placed = new HashMap<>();
  private final int places;
  private int taken;
  private int size;
  private int idle;
  private boolean closed;

  FairQueue(int places) {
    this.places = places;
  }

  /** What is to be done now, in a place that its owner gives back by {@link #done}. */
  record Lease<T>(String owner, T item) {}

  /** Adds something; says whether enough wait to take all there is. */
  synchronized boolean add(String owner, T item) {
    waiting.computeIfAbsent(owner, name -> new ArrayDeque<>()).add(item);
    size++;
    notify();
    return idle >= size;
  }

  /** The next thing; null when nothing waits, or only what has no place. */
  synchronized @Nullable Lease<T> poll() {
    for (var owner : waiting.entrySet()) {
      if (mayTake(owner.getKey())) {
        return take(owner.getKey(), owner.getValue());
      }
    }
    return null;
  }

  private boolean mayTake(String owner) {
    int own = placed.getOrDefault(owner, 0);
    long left = (long) places - taken + own;
    return own < (left + 1) / 2;
  }

  private Lease<T> take(String owner, Deque<T> items) {
    T item = items.remove();
    waiting.remove(owner);
    if (!items.isEmpty()) {
      waiting.put(owner, items);
    }
    size--;
    taken++;
    placed.merge(owner, 1, Integer::sum);
    return new Lease<>(owner, item);
  }

  /** Gives a place back. */
  synchronized void done(String owner) {
    taken--;
    placed.computeIfPresent(owner, (name, count) -> count == 1 ? null : count - 1);
    if (size > 0) {
      notify();
    }
  }

  /** The next thing, waited for; null once the queue is closed. */
  synchronized @Nullable Lease<T> take() throws InterruptedException {
    while (!closed) {
      Lease<T> next = poll();
      if (next != null) {
        return next;
      }
      idle++;
      try {
        wait();
      } finally {
        idle--;
      }
    }
    return null;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Whether something waits that could be done if there were someone to do it. */
  synchronized boolean needsWorker() {
    return idle == 0 && waiting.keySet().stream().anyMatch(this::mayTake);
  }

  synchronized int size() {
    return size;
  }
}
