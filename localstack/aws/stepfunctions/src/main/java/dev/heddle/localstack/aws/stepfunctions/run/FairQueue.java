package dev.heddle.localstack.aws.stepfunctions.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue in which owners take turns: one with a thousand things waiting delays another's one by no
 * more than one of its own.
 */
final class FairQueue<T> {
  private final Map<String, Deque<T>> waiting = new LinkedHashMap<>();
  private int size;
  private boolean closed;

  synchronized void add(String owner, T item) {
    waiting.computeIfAbsent(owner, name -> new ArrayDeque<>()).add(item);
    size++;
    notify();
  }

  synchronized @Nullable T poll() {
    var owners = waiting.entrySet().iterator();
    if (!owners.hasNext()) {
      return null;
    }
    var first = owners.next();
    T item = first.getValue().remove();
    owners.remove();
    if (!first.getValue().isEmpty()) {
      waiting.put(first.getKey(), first.getValue());
    }
    size--;
    return item;
  }

  /** The next item, waited for; null once the queue is closed. */
  synchronized @Nullable T take() throws InterruptedException {
    while (!closed) {
      T item = poll();
      if (item != null) {
        return item;
      }
      wait();
    }
    return null;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized int size() {
    return size;
  }
}
