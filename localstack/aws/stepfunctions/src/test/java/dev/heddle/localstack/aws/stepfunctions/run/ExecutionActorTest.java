package dev.heddle.localstack.aws.stepfunctions.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.run.ExecutionActor.PostResult;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An actor's mailbox: no message is lost, and one turn at a time takes them. */
@Timeout(60)
class ExecutionActorTest {
  private final ExecutionActor actor = new ExecutionActor(1, "owner");

  private static ActorMessage message() {
    return new ActorMessage.Wake(0);
  }

  @Test
  void theFirstMessageArrangesATurnThatTakesTheOthers() {
    assertThat(actor.put(message())).isEqualTo(PostResult.ARRANGE);
    assertThat(actor.put(message())).isEqualTo(PostResult.TAKEN);
    assertThat(actor.poll()).isNotNull();
    assertThat(actor.put(message())).isEqualTo(PostResult.TAKEN);
    assertThat(actor.poll()).isNotNull();
    assertThat(actor.poll()).isNotNull();
    assertThat(actor.poll()).isNull();
  }

  @Test
  void aTurnThatEndsLeavesTheNextMessageToAnother() {
    actor.put(message());
    actor.poll();
    assertThat(actor.endTurn(false)).isFalse();
    assertThat(actor.put(message())).isEqualTo(PostResult.ARRANGE);
    assertThat(actor.endTurn(false)).as("a message came meanwhile").isTrue();
    actor.poll();
    assertThat(actor.endTurn(true)).as("the run itself goes on").isTrue();
    assertThat(actor.put(message())).isEqualTo(PostResult.TAKEN);
  }

  @Test
  void onlyAnIdleActorRetires() {
    actor.put(message());
    assertThat(actor.retire()).as("busy").isFalse();
    actor.poll();
    actor.endTurn(false);
    actor.committing();
    assertThat(actor.retire()).as("not all is stored").isFalse();
    actor.committed();
    assertThat(actor.retire()).isTrue();
    assertThat(actor.put(message())).isEqualTo(PostResult.GONE);
    assertThat(actor.retire()).as("for good").isTrue();
  }

  /** Senders from everywhere: what was not refused is taken, and never by two turns at once. */
  @Test
  void everyMessageIsTakenByOneTurnAtATime() {
    int each = 20_000;
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        threads.submit(
            () -> {
              for (int n = 0; n < each; n++) {
                if (actor.put(message()) == PostResult.ARRANGE) {
                  turn(taken, inside, most);
                }
              }
            });
      }
    }
    assertThat(taken).hasValue(4 * each);
    assertThat(most).hasValue(1);
  }

  private void turn(AtomicInteger taken, AtomicInteger inside, AtomicInteger most) {
    boolean more = true;
    while (more) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      while (actor.poll() != null) {
        taken.incrementAndGet();
      }
      inside.decrementAndGet();
      more = actor.endTurn(false);
    }
  }
}
