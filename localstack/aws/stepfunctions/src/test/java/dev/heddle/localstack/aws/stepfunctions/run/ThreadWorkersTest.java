package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work that takes long, or fails, holds up no other. */
class ThreadWorkersTest {
  private static final long PATIENCE = 30;

  @Test
  void workWithoutEndHoldsUpNoOther() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(20);
    try (ThreadWorkers workers = new ThreadWorkers(2)) {
      for (int i = 0; i < 30; i++) {
        workers.run("slow", () -> await(release));
      }
      for (int i = 0; i < 20; i++) {
        workers.run("quick", done::countDown);
      }
      assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
      assertThat(workers.waiting()).isGreaterThan(10);
      release.countDown();
    }
  }

  @Test
  void workThatFailsIsNotTheEnd() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    try (ThreadWorkers workers = new ThreadWorkers(1)) {
      workers.run(
          "a",
          () -> {
            throw new IllegalStateException("on purpose");
          });
      workers.run("a", done::countDown);
      assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
