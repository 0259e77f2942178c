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
  // In order of whose turn it is: whoever is served goes to the end, or one owner's thousand items
  // would all be served before the next owner's first.
  private final Map<String, Deque<T>> waiting = new LinkedHashMap<>();
  // Only owners that hold a place; entries of zero are removed, or every tenant ever seen would
  // stay.
  private final Map<String, Integer> placesByOwner = new HashMap<>();
  private final int places;
  private int placesInUse;
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
    // An owner that waits already keeps its turn: adding must not send it to the end.
    waiting.computeIfAbsent(owner, name -> new ArrayDeque<>()).add(item);
    size++;
    // One: each item needs one thread, and waking all for every item would cost as many switches.
    notify();
    // Compared within the lock: outside it, threads woken for other items would be counted as free.
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
    int own = placesByOwner.getOrDefault(owner, 0);
    // So own < free places. With a fixed share an only owner could not use the machine; with none,
    // it would take every place and a newcomer would wait for its slowest item.
    long left = (long) places - placesInUse + own;
    return own < (left + 1) / 2;
  }

  private Lease<T> take(String owner, Deque<T> items) {
    T item = items.remove();
    // Removed and put back: a LinkedHashMap keeps the place of a key that is only overwritten.
    waiting.remove(owner);
    if (!items.isEmpty()) {
      waiting.put(owner, items);
    }
    size--;
    placesInUse++;
    placesByOwner.merge(owner, 1, Integer::sum);
    return new Lease<>(owner, item);
  }

  /** Gives a place back. */
  synchronized void done(String owner) {
    placesInUse--;
    // Each lease is given back exactly once; a second time would let its owner exceed its share.
    placesByOwner.computeIfPresent(owner, (name, count) -> count == 1 ? null : count - 1);
    // The freed place may be what an item waited for, while every thread that could take it sleeps:
    // add() woke one in vain when the owner was at its limit.
    if (size > 0) {
      notify();
    }
  }

  /** The next thing, waited for; null once the queue is closed. */
  synchronized @Nullable Lease<T> take() throws InterruptedException {
    // A loop, not an if: another thread may take the item between notify and this one's waking.
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
    // All of them: each thread has to see that it is over, not only the one that is notified.
    notifyAll();
  }

  /** Whether something waits that could be done if there were someone to do it. */
  synchronized boolean needsWorker() {
    // Not the size alone: what no one may take yet needs a place to be freed, not another thread.
    return idle == 0 && waiting.keySet().stream().anyMatch(this::mayTake);
  }

  synchronized int size() {
    return size;
  }
}
