package dev.heddle.localstack.aws.stepfunctions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file, and what is there when it is opened again. */
class SqliteStoreTest extends ExecutionStoreContract {
  @TempDir Path folder;

  @Override
  ExecutionStore open() {
    return new SqliteStore(folder.resolve("store.db"));
  }

  private void reopen() {
    store.close();
    store = open();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ScopeRow row(int id, Long due, boolean live) {
    return new ScopeRow(id, due, live, bytes("scope " + id));
  }

  private static TurnCommit holding(
      Execution execution, ExecutionProgress progress, List<ScopeRow> rows, List<Integer> gone) {
    return new TurnCommit(
        execution,
        progress,
        List.of(event(1)),
        rows,
        gone,
        List.of(),
        Map.of(0, bytes("[1,2]")),
        List.of(new TurnCommit.ItemResult(0, 1, bytes("r"))),
        List.of());
  }

  private List<ExecutionStore.UnfinishedExecution> unfinished() {
    List<ExecutionStore.UnfinishedExecution> found = new ArrayList<>();
    store.unfinished(found::add);
    return found;
  }

  @Test
  void numbersGoOnAfterARestart() {
    Execution execution = begin("m", false, null);
    reopen();
    assertThat(store.nextExecution()).isGreaterThan(execution.id());
  }

  @Test
  void whatARunHoldsIsThereAgain() {
    Execution execution = begin("m", false, null);
    commit(
        holding(
            execution,
            ExecutionProgress.NONE,
            List.of(row(0, 500L, true), row(1, null, false)),
            List.of()));
    reopen();
    StoredExecution storedExecution = store.load(execution.id()).orElseThrow();
    assertThat(storedExecution.scopes()).extracting(ScopeRow::id).containsExactly(0, 1);
    assertThat(storedExecution.scopes().getFirst().due()).isEqualTo(500);
    assertThat(storedExecution.scopes().get(1).due()).isNull();
    assertThat(storedExecution.scopes().get(1).body()).isEqualTo(bytes("scope 1"));
    assertThat(storedExecution.items().get(0)).isEqualTo(bytes("[1,2]"));
    assertThat(storedExecution.results())
        .singleElement()
        .extracting(TurnCommit.ItemResult::index)
        .isEqualTo(1);
  }

  @Test
  void onlyWhatLivesIsTakenUp() {
    Execution one = begin("m", false, null);
    Execution two = begin("m", false, null);
    Execution bare = begin("m", false, null);
    Execution over = begin("m", false, null);
    commit(
        holding(
            one,
            ExecutionProgress.NONE,
            List.of(row(0, null, false), row(1, 7L, true)),
            List.of()));
    commit(holding(two, ExecutionProgress.NONE, List.of(row(0, null, true)), List.of()));
    end(over, ExecutionStatus.FAILED, 3);
    reopen();
    assertThat(unfinished())
        .extracting(u -> u.execution().id())
        .containsExactly(one.id(), two.id(), bare.id());
    assertThat(unfinished().getFirst().scopes()).extracting(ScopeRow::id).containsExactly(1);
    assertThat(unfinished().getLast().scopes()).isEmpty();
  }

  @Test
  void whatIsGoneIsForgotten() {
    Execution execution = begin("m", false, null);
    commit(
        holding(
            execution,
            ExecutionProgress.NONE,
            List.of(row(0, null, true), row(1, null, true)),
            List.of()));
    commit(
        new TurnCommit(
            execution,
            ExecutionProgress.NONE,
            List.of(event(2)),
            List.of(row(0, 9L, true)),
            List.of(1),
            List.of(0),
            Map.of(),
            List.of(),
            List.of()));
    StoredExecution storedExecution = store.load(execution.id()).orElseThrow();
    assertThat(storedExecution.scopes()).extracting(ScopeRow::id).containsExactly(0);
    assertThat(storedExecution.scopes().getFirst().due()).isEqualTo(9);
    assertThat(storedExecution.items()).isEmpty();
    assertThat(storedExecution.results()).isEmpty();
  }

  /** What has failed may be redriven, so it stays; what succeeded, or is Express, does not. */
  @Test
  void whatCanBeRedrivenStays() {
    Execution failed = begin("m", false, null);
    Execution succeeded = begin("m", false, null);
    Execution express = begin("m", true, null);
    for (Execution execution : List.of(failed, succeeded, express)) {
      commit(holding(execution, ExecutionProgress.NONE, List.of(row(0, null, true)), List.of()));
    }
    end(failed, ExecutionStatus.FAILED, 1);
    end(succeeded, ExecutionStatus.SUCCEEDED, 1);
    end(express, ExecutionStatus.FAILED, 1);
    assertThat(store.load(failed.id()).orElseThrow().scopes()).hasSize(1);
    assertThat(store.load(succeeded.id()).orElseThrow().scopes()).isEmpty();
    assertThat(store.load(express.id()).orElseThrow().scopes()).isEmpty();
  }

  @Test
  void whatTheLogHasNotBeenGivenIsKept() {
    Execution execution = begin("m", false, null);
    commit(
        turn(
            execution,
            ExecutionProgress.NONE.ended(ExecutionStatus.SUCCEEDED, 5, "1", null, null),
            event(1)));
    assertThat(store.forget(1_000, false, 10)).isZero();
    store.outbox().delivered(store.outbox().next(10).getLast().position());
    assertThat(store.forget(1_000, false, 10)).isEqualTo(1);
    assertThat(store.history(execution.id(), 1, 10, false)).isEmpty();
  }

  @Test
  void mapRunsAreForgottenWithTheirExecution() {
    Execution execution = begin("m", false, null);
    String body = "{\"execution\":\"" + execution.arn() + "\"}";
    store
        .documents()
        .write(
            List.of(
                new DocumentStore.Change("maprun", "arn:1", body),
                new DocumentStore.Change("maprun", "arn:2", "{\"execution\":\"other\"}")));
    end(execution, ExecutionStatus.SUCCEEDED, 1);
    assertThat(store.forget(1_000, false, 10)).isEqualTo(1);
    assertThat(store.documents().all("maprun")).containsOnlyKeys("arn:2");
  }

  @Test
  void turnsOfManyRunsAtOnceAreAllThere() {
    List<Execution> executions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      executions.add(begin("m", false, null));
    }
    List<CompletableFuture<?>> commits = new ArrayList<>();
    for (int turn = 1; turn <= 30; turn++) {
      for (Execution execution : executions) {
        commits.add(
            store
                .commit(turn(execution, ExecutionProgress.NONE.withLastEvent(turn), event(turn)))
                .toCompletableFuture());
      }
    }
    commits.forEach(CompletableFuture::join);
    reopen();
    for (Execution execution : executions) {
      assertThat(store.history(execution.id(), 1, 100, false)).hasSize(30);
      assertThat(store.find(execution.arn()).orElseThrow().progress().lastEvent()).isEqualTo(30);
    }
  }
}
