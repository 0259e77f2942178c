package dev.heddle.localstack.aws.stepfunctions.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait for a worker of their activity, and workers that wait for a task: first come,
 * first served. A task that is no longer wanted is still offered; whoever takes it is told.
 */
final class ActivityTaskQueue {
  // Looking for a worker and leaving the task to wait are one step under this object's lock, as are
  // their counterparts: otherwise a task and a worker could each miss the other and both wait.
  private final Map<String, Deque<Offer>> tasks = new HashMap<>();
  private final Map<String, Deque<CompletableFuture<Offer>>> workers = new HashMap<>();

  /** One attempt of a Task. */
  record Offer(long execution, String owner, int scope, int sequence) {}

  /** Gives a task to a worker that waits, or lets it wait for one. */
  synchronized void put(String activity, Offer offer) {
    CompletableFuture<Offer> worker = poll(workers, activity);
    // A worker whose wait has ended has cancelled its future, so complete fails and the next is
    // asked: without the loop the task would be given to someone who has left, and be lost until it
    // times out.
    while (worker != null && !worker.complete(offer)) {
      worker = poll(workers, activity);
    }
    if (worker == null) {
      tasks.computeIfAbsent(activity, arn -> new ArrayDeque<>()).add(offer);
    }
  }

  /** The next task of an activity; empty when none came in so many nanoseconds. */
  Optional<Offer> take(String activity, long nanos) {
    CompletableFuture<Offer> next = next(activity);
    try {
      return Optional.of(next.get(nanos, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return leave(activity, next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return leave(activity, next);
    } catch (ExecutionException e) {
      throw new IllegalStateException("An offer cannot fail", e);
    }
  }

  /** Ends a worker's wait; the task that was given to it at this very moment is still its own. */
  private Optional<Offer> leave(String activity, CompletableFuture<Offer> worker) {
    // Cancelling decides between the two: a task whose put() completed the future first must be
    // returned, or nobody would have it until it times out.
    if (!worker.cancel(false)) {
      return Optional.of(worker.join());
    }
    forget(activity, worker);
    return Optional.empty();
  }

  // Without this each poll of an activity without tasks would leave a future behind for ever.
  private synchronized void forget(String activity, CompletableFuture<Offer> worker) {
    Deque<CompletableFuture<Offer>> queue = workers.get(activity);
    if (queue != null && queue.remove(worker) && queue.isEmpty()) {
      workers.remove(activity);
    }
  }

  private synchronized CompletableFuture<Offer> next(String activity) {
    Offer offer = poll(tasks, activity);
    if (offer != null) {
      return CompletableFuture.completedFuture(offer);
    }
    CompletableFuture<Offer> worker = new CompletableFuture<>();
    workers.computeIfAbsent(activity, arn -> new ArrayDeque<>()).add(worker);
    return worker;
  }

  private static <T> @Nullable T poll(Map<String, Deque<T>> queues, String activity) {
    Deque<T> queue = queues.get(activity);
    T first = queue == null ? null : queue.poll();
    if (queue != null && queue.isEmpty()) {
      queues.remove(activity);
    }
    return first;
  }
}
