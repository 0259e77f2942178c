package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.run.ActivityTaskQueue.Offer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks meet the workers of their activity, each once. */
@Timeout(60)
class ActivityTaskQueueTest {
  private static final long LONG = TimeUnit.SECONDS.toNanos(50);
  private final ActivityTaskQueue activityTaskQueue = new ActivityTaskQueue();

  private static Offer offer(int number) {
    return new Offer(number, "owner", 0, number);
  }

  @Test
  void aTaskThatWaitsIsTakenAtOnce() {
    activityTaskQueue.put("a", offer(1));
    assertThat(activityTaskQueue.take("a", 1)).contains(offer(1));
  }

  @Test
  void theOldestTaskComesFirst() {
    IntStream.range(0, 5).forEach(i -> activityTaskQueue.put("a", offer(i)));
    for (int i = 0; i < 5; i++) {
      assertThat(activityTaskQueue.take("a", 1)).contains(offer(i));
    }
    assertThat(activityTaskQueue.take("a", 1)).isEmpty();
  }

  @Test
  void activitiesHaveNothingToDoWithEachOther() {
    activityTaskQueue.put("a", offer(1));
    assertThat(activityTaskQueue.take("b", 1)).isEmpty();
    assertThat(activityTaskQueue.take("a", 1)).contains(offer(1));
  }

  @Test
  void aWorkerThatGaveUpGetsNoTask() {
    assertThat(activityTaskQueue.take("a", 1)).isEmpty();
    activityTaskQueue.put("a", offer(1));
    assertThat(activityTaskQueue.take("a", 1)).contains(offer(1));
  }

  @Test
  void aWorkerThatWaitsGetsTheNextTask() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Offer>> taken = threads.submit(() -> activityTaskQueue.take("a", LONG));
      activityTaskQueue.put("a", offer(7));
      assertThat(taken.get()).contains(offer(7));
    }
  }

  @Test
  void aWorkerThatIsInterruptedLeavesItsTaskToOthers() throws Exception {
    Thread worker = Thread.ofVirtual().start(() -> activityTaskQueue.take("a", LONG));
    worker.interrupt();
    worker.join();
    activityTaskQueue.put("a", offer(1));
    assertThat(activityTaskQueue.take("a", LONG)).contains(offer(1));
  }

  /** Many workers, some impatient, and many tasks: each task is taken by one of them. */
  @Test
  void everyTaskIsTakenOnce() throws Exception {
    int tasks = 2_000;
    Set<Offer> seen = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> workers =
          IntStream.range(0, 7)
              .<Callable<Integer>>mapToObj(i -> () -> take(seen, tasks, i))
              .toList();
      Callable<Integer> giver =
          () -> {
            IntStream.range(0, tasks).forEach(i -> activityTaskQueue.put("a", offer(i)));
            return 0;
          };
      List<Future<Integer>> all =
          java.util.stream.Stream.concat(workers.stream(), java.util.stream.Stream.of(giver))
              .map(threads::submit)
              .toList();
      int taken = 0;
      for (Future<Integer> one : all) {
        taken += one.get();
      }
      assertThat(taken).isEqualTo(tasks);
      assertThat(seen).hasSize(tasks);
    }
  }

  private int take(Set<Offer> seen, int tasks, int worker) {
    int taken = 0;
    while (seen.size() < tasks) {
      Optional<Offer> offer = activityTaskQueue.take("a", worker % 2 == 0 ? 1_000 : 1_000_000);
      if (offer.isPresent()) {
        seen.add(offer.get());
        taken++;
      }
    }
    return taken;
  }
}
