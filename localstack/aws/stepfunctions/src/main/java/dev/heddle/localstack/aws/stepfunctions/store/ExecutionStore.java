package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where executions are kept; all reads see what was committed. */
public interface ExecutionStore extends AutoCloseable {

  /** A number for a new execution, larger than all before. */
  long nextExecution();

  /**
   * Stores a new execution with its first turn unless one of the same ARN is there.
   *
   * @return the one that is there; empty when the new one is durable
   */
  CompletionStage<Optional<StoredExecution>> start(TurnCommit first);

  /** Stores a turn; completes when it is durable. Commits of one execution keep their order. */
  CompletionStage<?> commit(TurnCommit turn);

  /** The execution with its scopes. */
  Optional<StoredExecution> load(long execution);

  /** The execution without its scopes. */
  Optional<StoredExecution> find(String arn);

  /** Events from an id on, ascending or descending, at most {@code limit}. */
  List<HistoryEvent> history(long execution, long from, int limit, boolean reverse);

  /** Executions by their start, latest first. */
  List<StoredExecution> list(ExecutionQuery listing);

  /** How many children of a map run there are in each status. */
  Map<ExecutionStatus, Integer> counts(String mapRun);

  /** Goes through what had not ended when the store was closed or the process died. */
  void unfinished(Consumer<UnfinishedExecution> each);

  /** The machines, versions, aliases and definitions. */
  DocumentStore documents();

  /** What the execution log has not been given yet. */
  Outbox outbox();

  /**
   * Forgets executions that ended before a time and whose events the log has, at most {@code
   * limit}; says how many.
   */
  int forget(long endedBefore, boolean express, int limit);

  @Override
  void close();

  /**
   * Which executions to list.
   *
   * @param mapRun only the children of this map run; null for executions that are no children
   * @param before only those with a smaller number; null for all
   */
  record ExecutionQuery(
      @Nullable String machineArn,
      @Nullable String mapRun,
      @Nullable ExecutionStatus status,
      @Nullable Long before,
      int limit) {}

  /** A run in flight with those of its scopes that do or await something themselves. */
  record UnfinishedExecution(Execution execution, List<ScopeRow> scopes) {}
}
