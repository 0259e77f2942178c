package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Owners take turns, and none has more than half of what the others leave. */
class FairQueueTest {

  private static FairQueue<String> queue(int places, String... items) {
    FairQueue<String> queue = new FairQueue<>(places);
    for (String item : items) {
      queue.add(item.substring(0, 1), item);
    }
    return queue;
  }

  private static List<String> takeAll(FairQueue<String> queue) {
    List<String> taken = new ArrayList<>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      taken.add(next.item());
    }
    return taken;
  }

  @Test
  void ownersTakeTurns() {
    var queue = queue(1_000, "a1", "a2", "a3", "b1", "c1", "b2");
    assertThat(takeAll(queue)).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    assertThat(queue.size()).isZero();
  }

  @Test
  void noOwnerHasMoreThanHalfOfWhatTheOthersLeave() {
    var queue = queue(8, "a1", "a2", "a3", "a4", "a5", "a6");
    assertThat(takeAll(queue)).containsExactly("a1", "a2", "a3", "a4");
    queue.add("b", "b1");
    queue.add("b", "b2");
    queue.add("b", "b3");
    assertThat(takeAll(queue)).containsExactly("b1", "b2");
    assertThat(queue.size()).isEqualTo(3);
  }

  @Test
  void aPlaceGivenBackIsTakenAgain() {
    var queue = queue(2, "a1", "a2");
    assertThat(takeAll(queue)).containsExactly("a1");
    queue.done("a");
    assertThat(takeAll(queue)).containsExactly("a2");
  }

  @Test
  void onePlaceIsEnoughToGoOn() {
    var queue = queue(1, "a1", "b1");
    assertThat(takeAll(queue)).containsExactly("a1");
    queue.done("a");
    assertThat(takeAll(queue)).containsExactly("b1");
  }

  @Test
  void closingLetsGoOfWhoWaits() throws InterruptedException {
    FairQueue<String> queue = new FairQueue<>(4);
    List<Object> taken = new ArrayList<>();
    Thread taker =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    taken.add(String.valueOf(queue.take()));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    queue.close();
    taker.join();
    assertThat(taken).containsExactly("null");
  }
}
