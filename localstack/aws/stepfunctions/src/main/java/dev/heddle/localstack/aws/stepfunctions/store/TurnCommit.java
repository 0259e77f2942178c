package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;
import java.util.Map;

/**
 * What one turn of an execution changed; it is stored as a whole or not at all.
 *
 * @param changedScopes scopes that are new or changed
 * @param removedScopes scopes that ended, with whatever items and results they had
 * @param clearedScopes scopes that go on without the items and results they had
 * @param items the lists that Map states began to go through, by scope
 * @param results what children of distributed Maps gave
 * @param documents what else changed with it
 */
public record TurnCommit(
    Execution execution,
    ExecutionProgress progress,
    List<HistoryEvent> events,
    List<ScopeRow> changedScopes,
    List<Integer> removedScopes,
    List<Integer> clearedScopes,
    Map<Integer, byte[]> items,
    List<ItemResult> results,
    List<DocumentStore.Change> documents) {

  /** What the child for one item of a distributed Map gave. */
  public record ItemResult(int scope, int index, byte[] body) {}

  /** The first commit of an execution, before its first turn. */
  public static TurnCommit first(Execution execution) {
    return new TurnCommit(
        execution,
        ExecutionProgress.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }
}
