package dev.heddle.localstack.aws.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog.Entry;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log is given every event, in order, again where it did not take it. */
@Timeout(60)
class OutboxRelayTest {
  private final List<Outbox.Batch> waiting = new ArrayList<>();
  private final List<String> given = new ArrayList<>();

  /** An outbox in a list. */
  private final class ListOutbox implements Outbox {
    @Override
    public synchronized List<Batch> next(int limit) {
      return List.copyOf(waiting.subList(0, Math.min(limit, waiting.size())));
    }

    @Override
    public synchronized void delivered(long position) {
      waiting.removeIf(batch -> batch.position() <= position);
    }
  }

  private final Outbox outbox = new ListOutbox();

  private void commit(long position, int events) {
    List<HistoryEvent> all = new ArrayList<>();
    for (int i = 1; i <= events; i++) {
      all.add(new HistoryEvent(i, i - 1, 5, "T", Json.object().put("n", i), 2));
    }
    synchronized (outbox) {
      waiting.add(new Outbox.Batch(position, "arn:" + position, all));
    }
  }

  private void take(List<Entry> entries) {
    entries.forEach(entry -> given.add(entry.execution_arn() + "#" + entry.id()));
  }

  @Test
  void everyEventIsGivenInOrder() {
    for (int i = 1; i <= 450; i++) {
      commit(i, 2);
    }
    OutboxRelay.drain(outbox, this::take);
    assertThat(given)
        .hasSize(900)
        .startsWith("arn:1#1", "arn:1#2", "arn:2#1")
        .endsWith("arn:450#2");
    assertThat(waiting).isEmpty();
  }

  @Test
  void anEventIsShapedAsTheServiceLogsIt() {
    commit(7, 1);
    OutboxRelay.drain(
        outbox,
        entries ->
            assertThat(entries)
                .containsExactly(
                    new Entry("1", "T", Json.object().put("n", 1), "0", "5", "arn:7", "2")));
  }

  @Test
  void whatIsNotTakenIsGivenAgain() {
    for (int i = 1; i <= 3; i++) {
      commit(i, 1);
    }
    AtomicBoolean broken = new AtomicBoolean(true);
    assertThatThrownBy(
            () ->
                OutboxRelay.drain(
                    outbox,
                    entries -> {
                      take(entries);
                      if (broken.getAndSet(false)) {
                        throw new IllegalStateException("on purpose");
                      }
                    }))
        .isInstanceOf(IllegalStateException.class);
    OutboxRelay.drain(outbox, this::take);
    assertThat(given)
        .containsExactly("arn:1#1", "arn:2#1", "arn:3#1", "arn:1#1", "arn:2#1", "arn:3#1");
  }

  @Test
  void itsThreadGoesOnAfterAFailureAndWithWhatIsNew() throws InterruptedException {
    AtomicBoolean broken = new AtomicBoolean(true);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    commit(1, 1);
    try (var pump =
        new OutboxRelay(
            outbox,
            entries -> {
              if (broken.getAndSet(false)) {
                throw new IllegalStateException("on purpose");
              }
              (entries.getFirst().execution_arn().equals("arn:1") ? first : second).countDown();
            })) {
      assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
      commit(2, 1);
      pump.wake();
      assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
