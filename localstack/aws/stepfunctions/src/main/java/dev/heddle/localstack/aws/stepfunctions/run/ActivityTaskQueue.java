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
  private final Map<String, Deque<Offer>> tasks = new HashMap<>();
  private final Map<String, Deque<CompletableFuture<Offer>>> workers = new HashMap<>();

  /** One attempt of a Task. */
  record Offer(long execution, String owner, int scope, int sequence) {}

  /** Gives a task to a worker that waits, or lets it wait for one. */
  synchronized void put(String activity, Offer offer) {
    CompletableFuture<Offer> worker = poll(workers, activity);
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
      return next.cancel(false) ? Optional.empty() : Optional.of(next.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return next.cancel(false) ? Optional.empty() : Optional.of(next.join());
    } catch (ExecutionException e) {
      throw new IllegalStateException("An offer cannot fail", e);
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
