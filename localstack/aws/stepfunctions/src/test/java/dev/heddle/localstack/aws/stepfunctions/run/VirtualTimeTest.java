package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Time that goes on only when it is told to. */
class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final List<String> rung = new ArrayList<>();

  private void at(long seconds, String name) {
    time.at(
        Instant.ofEpochSecond(seconds), () -> rung.add(name + "@" + time.now().getEpochSecond()));
  }

  private void all() {
    while (time.advance()) {
      // Each rings one.
    }
  }

  @Test
  void standsStill() {
    at(5, "a");
    assertThat(time.now()).isEqualTo(Instant.EPOCH);
    assertThat(rung).isEmpty();
  }

  @Test
  void goesToWhatIsDueNext() {
    at(5, "a");
    at(3, "b");
    at(9, "c");
    all();
    assertThat(rung).containsExactly("b@3", "a@5", "c@9");
    assertThat(time.advance()).isFalse();
    assertThat(time.now()).isEqualTo(Instant.ofEpochSecond(9));
  }

  @Test
  void whatIsDueAtOnceComesInTheOrderItWasAsked() {
    for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
      at(1, name);
    }
    all();
    assertThat(rung).containsExactly("a@1", "b@1", "c@1", "d@1", "e@1", "f@1", "g@1");
  }

  @Test
  void neverGoesBack() {
    at(5, "a");
    time.advance();
    at(2, "late");
    all();
    assertThat(rung).containsExactly("a@5", "late@5");
  }

  @Test
  void whatRingsMayAskForMore() {
    time.at(Instant.ofEpochSecond(1), () -> at(2, "second"));
    at(3, "third");
    all();
    assertThat(rung).containsExactly("second@2", "third@3");
  }

  @Test
  void nothingRingsOnceItIsClosed() {
    at(1, "a");
    time.close();
    assertThat(time.advance()).isFalse();
    assertThat(rung).isEmpty();
  }

  @Test
  void randomTimesComeInOrder() {
    Random random = new Random(2);
    List<Long> given = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      long due = random.nextInt(50);
      given.add(due);
      time.at(Instant.ofEpochSecond(due), () -> seen.add(time.now().getEpochSecond()));
    }
    all();
    assertThat(seen).isEqualTo(given.stream().sorted().toList());
  }
}
