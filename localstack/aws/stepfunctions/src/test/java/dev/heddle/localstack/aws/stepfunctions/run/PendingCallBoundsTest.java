package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls under way are bounded, and their places go round. */
class PendingCallBoundsTest {
  private final List<String> begun = new ArrayList<>();

  private void submit(CallLimiter calls, String owner, String name) {
    calls.submit(owner, () -> begun.add(name));
  }

  @Test
  void aCallBeginsWhereThereIsAPlace() {
    CallLimiter calls = new CallLimiter(4);
    submit(calls, "a", "a1");
    submit(calls, "a", "a2");
    submit(calls, "a", "a3");
    assertThat(begun).containsExactly("a1", "a2");
    submit(calls, "b", "b1");
    assertThat(begun).containsExactly("a1", "a2", "b1");
    calls.done("a");
    assertThat(begun).containsExactly("a1", "a2", "b1", "a3");
  }

  @Test
  void aPlaceGivenBackIsForWhoHasNone() {
    CallLimiter calls = new CallLimiter(1);
    submit(calls, "a", "a1");
    submit(calls, "a", "a2");
    submit(calls, "b", "b1");
    calls.done("a");
    calls.done("a");
    calls.done("b");
    assertThat(begun).containsExactlyInAnyOrder("a1", "a2", "b1");
  }

  @Test
  void theCallersOwnThreadTakesWhatWaits() {
    CallerWorkers workers = new CallerWorkers();
    workers.run("a", () -> begun.add("a1"));
    workers.run("a", () -> workers.run("b", () -> begun.add("from a2")));
    assertThat(begun).isEmpty();
    assertThat(workers.waiting()).isEqualTo(2);
    assertThat(workers.drain()).isTrue();
    assertThat(begun).containsExactly("a1", "from a2");
    assertThat(workers.drain()).isFalse();
    workers.first("a", () -> begun.add("at once"));
    assertThat(begun).endsWith("at once");
  }
}
