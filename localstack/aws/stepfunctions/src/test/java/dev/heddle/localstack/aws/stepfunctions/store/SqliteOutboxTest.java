package dev.heddle.localstack.aws.stepfunctions.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox gives every committed event once and in order, from memory or from the table. */
class SqliteOutboxTest {
  @TempDir Path folder;

  private static Execution execution(long id) {
    String arn = "arn:aws:states:us-east-1:0:execution:m:" + id;
    return new Execution(
        id, arn, "arn:m", null, null, "n" + id, "r", "o", false, "d", "{}", null, 0, null, null,
        null);
  }

  private static TurnCommit turn(Execution execution, long from, int count) {
    List<HistoryEvent> events =
        LongStream.range(from, from + count)
            .mapToObj(id -> new HistoryEvent(id, id - 1, id, "Pass", Json.object().put("n", id), 0))
            .toList();
    ExecutionProgress progress = ExecutionProgress.NONE.withLastEvent(from + count - 1);
    TurnCommit none = TurnCommit.first(execution);
    return new TurnCommit(
        execution,
        progress,
        events,
        none.changedScopes(),
        none.removedScopes(),
        none.clearedScopes(),
        none.items(),
        none.results(),
        none.documents());
  }

  private static List<Long> ids(Outbox outbox, int limit) {
    List<Long> ids = new ArrayList<>();
    List<Outbox.Batch> batches = outbox.next(limit);
    while (!batches.isEmpty()) {
      batches.forEach(batch -> batch.events().forEach(event -> ids.add(event.id())));
      outbox.delivered(batches.getLast().position());
      batches = outbox.next(limit);
    }
    return ids;
  }

  private static void commit(SqliteStore store, Execution execution, long from, int count) {
    store.commit(turn(execution, from, count)).toCompletableFuture().join();
  }

  @Test
  void whatMemoryHasLetGoOfComesFromTheTable() {
    try (var store = new SqliteStore(folder.resolve("a.db"))) {
      Execution execution = execution(store.nextExecution());
      store.start(TurnCommit.first(execution)).toCompletableFuture().join();
      int turns = 30;
      for (int i = 0; i < turns; i++) {
        commit(store, execution, 1 + i * 2_500L, 2_500);
      }
      assertThat(ids(store.outbox(), 7))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, turns * 2_500L).boxed().toList());
      commit(store, execution, 1 + turns * 2_500L, 1);
      assertThat(ids(store.outbox(), 7)).containsExactly(1 + turns * 2_500L);
    }
  }

  @Test
  void whatWasNotDeliveredComesAfterARestart() {
    Path file = folder.resolve("b.db");
    try (var store = new SqliteStore(file)) {
      Execution execution = execution(store.nextExecution());
      store.start(TurnCommit.first(execution)).toCompletableFuture().join();
      commit(store, execution, 1, 3);
      store.outbox().delivered(store.outbox().next(1).getLast().position());
      commit(store, execution, 4, 2);
    }
    try (var store = new SqliteStore(file)) {
      Execution execution = store.find(execution(1).arn()).orElseThrow().execution();
      commit(store, execution, 6, 1);
      assertThat(ids(store.outbox(), 100)).containsExactly(4L, 5L, 6L);
      assertThat(store.history(1, 1, 100, false)).hasSize(6);
      assertThat(store.history(1, 5, 2, true)).extracting(HistoryEvent::id).containsExactly(5L, 4L);
    }
  }
}
