package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.store.DocumentStore;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.Outbox;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import dev.heddle.localstack.aws.stepfunctions.store.TurnCommit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * A store whose process dies after some of its commits: what was committed is durable, and nothing
 * that should have followed happens. Commits are waited for, so that one thread does everything.
 */
final class CrashingStore implements ExecutionStore {
  private final ExecutionStore store;
  private final IntPredicate dies;
  private int commits;

  /** A store that dies after the commits whose numbers, from 1, the predicate holds for. */
  CrashingStore(ExecutionStore store, IntPredicate dies) {
    this.store = store;
    this.dies = dies;
  }

  /** The death of the process; an error, so that nothing in the engine deals with it. */
  static final class Crash extends Error {
    Crash() {
      super("killed", null, false, false);
    }
  }

  private void committed() {
    if (dies.test(++commits)) {
      throw new Crash();
    }
  }

  @Override
  public CompletionStage<Optional<StoredExecution>> start(TurnCommit first) {
    Optional<StoredExecution> known = store.start(first).toCompletableFuture().join();
    if (known.isEmpty()) {
      committed();
    }
    return CompletableFuture.completedFuture(known);
  }

  @Override
  public CompletionStage<?> commit(TurnCommit turn) {
    Object done = store.commit(turn).toCompletableFuture().join();
    committed();
    return CompletableFuture.completedFuture(done);
  }

  @Override
  public long nextExecution() {
    return store.nextExecution();
  }

  @Override
  public Optional<StoredExecution> load(long execution) {
    return store.load(execution);
  }

  @Override
  public Optional<StoredExecution> find(String arn) {
    return store.find(arn);
  }

  @Override
  public List<HistoryEvent> history(long execution, long from, int limit, boolean reverse) {
    return store.history(execution, from, limit, reverse);
  }

  @Override
  public List<StoredExecution> list(ExecutionQuery listing) {
    return store.list(listing);
  }

  @Override
  public Map<ExecutionStatus, Integer> counts(String mapRun) {
    return store.counts(mapRun);
  }

  @Override
  public void unfinished(Consumer<UnfinishedExecution> each) {
    store.unfinished(each);
  }

  @Override
  public DocumentStore documents() {
    return store.documents();
  }

  @Override
  public Outbox outbox() {
    return store.outbox();
  }

  @Override
  public int forget(long endedBefore, boolean express, int limit) {
    return store.forget(endedBefore, express, limit);
  }

  @Override
  public void close() {
    store.close();
  }
}
