package dev.heddle.localstack.aws.stepfunctions.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The latest events in memory: only what is durable is shown, and not more than there is room. */
class OutboxTailTest {
  private static final HistoryEvent EVENT = new HistoryEvent(1, 0, 0, "T", Json.object(), 0);
  private final OutboxTail tail = new OutboxTail(10);

  private static OutboxTail.Entry entry(
      long position, int events, int bytes, CompletableFuture<?> stored) {
    var batch = new Outbox.Batch(position, "arn", Collections.nCopies(events, EVENT));
    return new OutboxTail.Entry(batch, bytes, stored);
  }

  private CompletableFuture<Object> add(long position) {
    var stored = new CompletableFuture<>();
    tail.add(entry(position, 1, 1, stored));
    return stored;
  }

  private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(1);

  private List<Long> positions(int limit) {
    return tail.next(tail.missing(), limit).orElseThrow().stream()
        .map(Outbox.Batch::position)
        .toList();
  }

  @Test
  void onlyWhatIsDurableIsShown() {
    var first = add(11);
    var second = add(12);
    assertThat(positions(9)).isEmpty();
    second.complete(1);
    assertThat(positions(9)).as("in order, so the first holds up the second").isEmpty();
    first.complete(1);
    assertThat(positions(9)).containsExactly(11L, 12L);
    assertThat(positions(1)).containsExactly(11L);
  }

  @Test
  void whatCouldNotBeStoredIsPassedOver() {
    add(11).completeExceptionally(new IllegalStateException("disk"));
    add(12).complete(1);
    assertThat(positions(9)).containsExactly(12L);
  }

  @Test
  void whatWasDeliveredIsLetGo() {
    add(11).complete(1);
    add(12).complete(1);
    tail.delivered(11);
    assertThat(positions(9)).containsExactly(12L);
    assertThat(tail.missing()).as("it was not lost").isEqualTo(10);
  }

  @Test
  void theOldestIsLetGoWhereThereIsTooMuch() {
    for (int position = 11; position <= 40; position++) {
      tail.add(entry(position, 2_500, 1, DONE));
    }
    assertThat(tail.missing()).isEqualTo(20);
    assertThat(tail.next(10, 9)).as("who knows less must read the table").isEmpty();
    assertThat(positions(1)).containsExactly(21L);
  }

  @Test
  void bytesAreBoundedToo() {
    tail.add(entry(11, 1, 5 << 20, DONE));
    tail.add(entry(12, 1, 5 << 20, DONE));
    assertThat(tail.missing()).isEqualTo(11);
    assertThat(positions(9)).containsExactly(12L);
  }

  @Test
  void whatIsNotDurableIsNeverLetGo() {
    var pending = new CompletableFuture<>();
    tail.add(entry(11, 60_000, 1, pending));
    tail.add(entry(12, 60_000, 1, DONE));
    assertThat(tail.missing()).isEqualTo(10);
    pending.complete(1);
    tail.add(entry(13, 1, 1, DONE));
    assertThat(tail.missing()).isEqualTo(12);
    assertThat(positions(9)).containsExactly(13L);
  }
}
