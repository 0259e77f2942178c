package dev.heddle.localstack.aws.stepfunctions.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with executions, events and documents. */
abstract class ExecutionStoreContract {
  ExecutionStore store;

  abstract ExecutionStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static Execution execution(long id, String machine, boolean express, @Nullable String mapRun) {
    return new Execution(
        id,
        "arn:execution:" + machine + ":" + id,
        "arn:machine:" + machine,
        null,
        null,
        "n" + id,
        "role",
        "owner",
        express,
        "hash",
        "{}",
        null,
        id,
        null,
        null,
        mapRun == null ? null : new Execution.Item(mapRun, "M", (int) id));
  }

  static TurnCommit turn(Execution execution, ExecutionProgress progress, HistoryEvent... events) {
    TurnCommit first = TurnCommit.first(execution);
    return new TurnCommit(
        execution,
        progress,
        List.of(events),
        first.changedScopes(),
        first.removedScopes(),
        first.clearedScopes(),
        first.items(),
        first.results(),
        first.documents());
  }

  static HistoryEvent event(long id) {
    return new HistoryEvent(id, id - 1, id * 10, "T" + id, Json.object().put("n", id), 0);
  }

  Execution begin(String machine, boolean express, @Nullable String mapRun) {
    Execution execution = execution(store.nextExecution(), machine, express, mapRun);
    assertThat(started(execution)).isEmpty();
    return execution;
  }

  Optional<StoredExecution> started(Execution execution) {
    return store.start(TurnCommit.first(execution)).toCompletableFuture().join();
  }

  void commit(TurnCommit commit) {
    store.commit(commit).toCompletableFuture().join();
  }

  void end(Execution execution, ExecutionStatus status, long at) {
    commit(turn(execution, ExecutionProgress.NONE.ended(status, at, null, "E", "c")));
  }

  @Test
  void numbersGrow() {
    long first = store.nextExecution();
    assertThat(store.nextExecution()).isGreaterThan(first);
  }

  @Test
  void anExecutionIsFoundByNumberAndArn() {
    Execution execution = begin("m", false, null);
    assertThat(store.find(execution.arn()).orElseThrow().execution()).isEqualTo(execution);
    assertThat(store.load(execution.id()).orElseThrow().execution()).isEqualTo(execution);
    assertThat(store.find("arn:none")).isEmpty();
    assertThat(store.load(9_999)).isEmpty();
  }

  @Test
  void oneArnIsStartedOnce() {
    Execution first = begin("m", false, null);
    Execution again = execution(store.nextExecution(), "m", false, null);
    Execution twin =
        new Execution(
            again.id(),
            first.arn(),
            again.machineArn(),
            null,
            null,
            "n",
            "r",
            "o",
            false,
            "h",
            "[]",
            null,
            5,
            null,
            null,
            null);
    assertThat(started(twin).orElseThrow().execution()).isEqualTo(first);
    assertThat(store.find(first.arn()).orElseThrow().execution().input()).isEqualTo("{}");
    assertThat(store.load(twin.id())).isEmpty();
  }

  @Test
  void aTurnReplacesTheProgress() {
    Execution execution = begin("m", false, null);
    ExecutionProgress progress = ExecutionProgress.NONE.withLastEvent(3).withNextScope(2);
    commit(turn(execution, progress, event(1)));
    assertThat(store.find(execution.arn()).orElseThrow().progress()).isEqualTo(progress);
    end(execution, ExecutionStatus.FAILED, 77);
    ExecutionProgress ended = store.find(execution.arn()).orElseThrow().progress();
    assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(ended.stopped()).isEqualTo(77);
    assertThat(ended.error()).isEqualTo("E");
  }

  /** Any page, from anywhere, in any order, is the piece of the whole that it should be. */
  @Test
  void historyComesInPagesFromBothEnds() {
    Execution execution = begin("m", false, null);
    Execution other = begin("m", false, null);
    Random random = new Random(6);
    int all = 0;
    while (all < 60) {
      List<HistoryEvent> batch = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        batch.add(event(++all));
      }
      commit(
          turn(
              execution,
              ExecutionProgress.NONE.withLastEvent(all),
              batch.toArray(HistoryEvent[]::new)));
      commit(turn(other, ExecutionProgress.NONE, event(all)));
    }
    for (int i = 0; i < 300; i++) {
      page(execution.id(), all, 1 + random.nextInt(all + 3), 1 + random.nextInt(12));
    }
    assertThat(store.history(9_999, 1, 10, false)).isEmpty();
  }

  private void page(long execution, int all, long from, int limit) {
    List<Long> up = LongStream.rangeClosed(from, all).limit(limit).boxed().toList();
    assertThat(store.history(execution, from, limit, false))
        .extracting(HistoryEvent::id)
        .isEqualTo(up);
    List<Long> down =
        LongStream.rangeClosed(1, Math.min(from, all))
            .boxed()
            .sorted((a, b) -> Long.compare(b, a))
            .limit(limit)
            .toList();
    assertThat(store.history(execution, from, limit, true))
        .extracting(HistoryEvent::id)
        .isEqualTo(down);
  }

  private List<Long> listed(
      @Nullable String machine,
      @Nullable String mapRun,
      @Nullable ExecutionStatus status,
      @Nullable Long before,
      int limit) {
    String arn = machine == null ? null : "arn:machine:" + machine;
    return store
        .list(new ExecutionStore.ExecutionQuery(arn, mapRun, status, before, limit))
        .stream()
        .map(storedExecution -> storedExecution.execution().id())
        .toList();
  }

  @Test
  void executionsAreListedLatestFirst() {
    Execution a1 = begin("a", false, null);
    Execution b1 = begin("b", false, null);
    Execution a2 = begin("a", false, null);
    Execution child = begin("a", false, "arn:run");
    end(a1, ExecutionStatus.SUCCEEDED, 5);
    assertThat(listed("a", null, null, null, 10)).containsExactly(a2.id(), a1.id());
    assertThat(listed("b", null, null, null, 10)).containsExactly(b1.id());
    assertThat(listed("a", null, ExecutionStatus.RUNNING, null, 10)).containsExactly(a2.id());
    assertThat(listed("a", null, null, a2.id(), 10)).containsExactly(a1.id());
    assertThat(listed("a", null, null, null, 1)).containsExactly(a2.id());
    assertThat(listed(null, "arn:run", null, null, 10)).containsExactly(child.id());
    assertThat(listed(null, "arn:none", null, null, 10)).isEmpty();
  }

  @Test
  void childrenOfAMapRunAreCounted() {
    Execution one = begin("m", false, "arn:run");
    Execution two = begin("m", true, "arn:run");
    begin("m", false, "arn:run");
    begin("m", false, "arn:other");
    begin("m", false, null);
    end(one, ExecutionStatus.SUCCEEDED, 1);
    end(two, ExecutionStatus.FAILED, 1);
    assertThat(store.counts("arn:run"))
        .isEqualTo(
            Map.of(
                ExecutionStatus.SUCCEEDED,
                1,
                ExecutionStatus.FAILED,
                1,
                ExecutionStatus.RUNNING,
                1));
    assertThat(store.counts("arn:none")).isEmpty();
  }

  @Test
  void onlyWhatEndedLongEnoughAgoIsForgotten() {
    Execution old = begin("m", false, null);
    Execution late = begin("m", false, null);
    Execution running = begin("m", false, null);
    Execution express = begin("m", true, null);
    end(old, ExecutionStatus.SUCCEEDED, 100);
    end(late, ExecutionStatus.FAILED, 200);
    end(express, ExecutionStatus.SUCCEEDED, 100);
    assertThat(store.forget(200, false, 10)).isEqualTo(1);
    assertThat(store.find(old.arn())).isEmpty();
    assertThat(store.find(late.arn())).isPresent();
    assertThat(store.find(running.arn())).isPresent();
    assertThat(store.find(express.arn())).isPresent();
    assertThat(store.forget(200, true, 10)).isEqualTo(1);
    assertThat(store.find(express.arn())).isEmpty();
  }

  @Test
  void soManyAreForgottenAtATime() {
    for (int i = 0; i < 5; i++) {
      end(begin("m", false, null), ExecutionStatus.ABORTED, i);
    }
    assertThat(store.forget(1_000, false, 3)).isEqualTo(3);
    assertThat(store.forget(1_000, false, 3)).isEqualTo(2);
    assertThat(store.forget(1_000, false, 3)).isZero();
  }

  @Test
  void theOutboxGivesEveryCommitOnceAndInOrder() {
    Execution a = begin("a", false, null);
    Execution b = begin("b", true, null);
    commit(turn(a, ExecutionProgress.NONE, event(1), event(2)));
    commit(turn(b, ExecutionProgress.NONE, event(1)));
    commit(turn(a, ExecutionProgress.NONE, event(3)));
    List<Outbox.Batch> batches =
        store.outbox().next(10).stream().filter(x -> !x.events().isEmpty()).toList();
    assertThat(batches)
        .extracting(Outbox.Batch::executionArn)
        .containsExactly(a.arn(), b.arn(), a.arn());
    assertThat(batches.getFirst().events()).extracting(HistoryEvent::id).containsExactly(1L, 2L);
    assertThat(store.outbox().next(10)).as("not delivered yet").hasSizeGreaterThanOrEqualTo(3);
    store.outbox().delivered(batches.get(1).position());
    assertThat(store.outbox().next(10))
        .extracting(Outbox.Batch::position)
        .containsExactly(batches.get(2).position());
    store.outbox().delivered(batches.get(2).position());
    assertThat(store.outbox().next(10)).isEmpty();
  }

  @Test
  void documentsAreWrittenReadAndRemoved() {
    DocumentStore documents = store.documents();
    documents.write(
        List.of(
            new DocumentStore.Change("k", "a", "1"),
            new DocumentStore.Change("k", "b", "2"),
            new DocumentStore.Change("l", "a", "3")));
    assertThat(documents.get("k", "a")).isEqualTo("1");
    assertThat(documents.get("k", "none")).isNull();
    assertThat(documents.all("k")).isEqualTo(Map.of("a", "1", "b", "2"));
    documents.write(
        List.of(new DocumentStore.Change("k", "a", null), new DocumentStore.Change("k", "b", "4")));
    assertThat(documents.all("k")).isEqualTo(Map.of("b", "4"));
    assertThat(documents.all("l")).isEqualTo(Map.of("a", "3"));
    assertThat(documents.all("none")).isEmpty();
  }

  @Test
  void documentsAreWrittenWithATurn() {
    Execution execution = begin("m", false, null);
    TurnCommit plain = turn(execution, ExecutionProgress.NONE, event(1));
    commit(
        new TurnCommit(
            execution,
            plain.progress(),
            plain.events(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(new DocumentStore.Change("maprun", "arn:x", "{}"))));
    assertThat(Objects.requireNonNull(store.documents().get("maprun", "arn:x"))).isEqualTo("{}");
  }
}
