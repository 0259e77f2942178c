package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;
import java.util.Map;

/** An execution as it was last stored; without scopes, items and results once it has ended. */
public record Saved(
    Execution execution,
    Progress progress,
    List<Row> scopes,
    Map<Integer, byte[]> items,
    List<Commit.Result> results) {

  /** Without what is in flight. */
  public static Saved head(Execution execution, Progress progress) {
    return new Saved(execution, progress, List.of(), Map.of(), List.of());
  }
}
