package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;
import java.util.Map;

/** An execution as it was last stored; without scopes, items and results once it has ended. */
public record StoredExecution(
    Execution execution,
    ExecutionProgress progress,
    List<ScopeRow> scopes,
    Map<Integer, byte[]> items,
    List<TurnCommit.ItemResult> results) {

  /** Without what is in flight. */
  public static StoredExecution head(Execution execution, ExecutionProgress progress) {
    return new StoredExecution(execution, progress, List.of(), Map.of(), List.of());
  }
}
