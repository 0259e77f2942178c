package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time that passes by itself, here from a source that is turned by hand. */
class RealTimeTest {
  private static final long PATIENCE = 30;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final RealTime time = new RealTime(now::get);
  private final BlockingQueue<String> rung = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    time.close();
  }

  private void at(long seconds, String name) {
    time.at(Instant.ofEpochSecond(seconds), () -> rung.add(name));
  }

  private List<String> next(int count) throws InterruptedException {
    List<String> names = new java.util.ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(String.valueOf(rung.poll(PATIENCE, TimeUnit.SECONDS)));
    }
    return names;
  }

  @Test
  void showsItsSource() {
    now.set(Instant.ofEpochSecond(7));
    assertThat(time.now()).isEqualTo(Instant.ofEpochSecond(7));
  }

  @Test
  void whatIsOverRingsAtOnce() throws InterruptedException {
    at(0, "now");
    at(-5, "past");
    assertThat(next(2)).containsExactlyInAnyOrder("now", "past");
  }

  @Test
  void whatFallsDueRingsInItsOrder() throws InterruptedException {
    at(30, "c");
    at(10, "a");
    at(20, "b");
    at(1_000, "later");
    now.set(Instant.ofEpochSecond(60));
    assertThat(next(3)).containsExactly("a", "b", "c");
    assertThat(rung).isEmpty();
    now.updateAndGet(at -> at.plus(Duration.ofHours(1)));
    assertThat(next(1)).containsExactly("later");
  }

  @Test
  void anEarlierOneMayBeAskedForLater() throws InterruptedException {
    at(100, "slow");
    at(0, "quick");
    assertThat(next(1)).containsExactly("quick");
  }

  @Test
  void whatRingsMayAskForMore() throws InterruptedException {
    time.at(Instant.EPOCH, () -> at(0, "again"));
    assertThat(next(1)).containsExactly("again");
  }
}
