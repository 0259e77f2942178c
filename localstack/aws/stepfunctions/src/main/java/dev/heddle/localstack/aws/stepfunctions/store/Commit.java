package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;
import java.util.Map;

/**
 * What one turn of an execution changed; it is stored as a whole or not at all.
 *
 * @param put scopes that are new or changed
 * @param gone scopes that ended, with whatever items and results they had
 * @param cleared scopes that go on without the items and results they had
 * @param items the lists that Map states began to go through, by scope
 * @param results what children of distributed Maps gave
 * @param documents what else changed with it
 */
public record Commit(
    Execution execution,
    Progress progress,
    List<Event> events,
    List<Row> put,
    List<Integer> gone,
    List<Integer> cleared,
    Map<Integer, byte[]> items,
    List<Result> results,
    List<Documents.Change> documents) {

  /** What the child for one item of a distributed Map gave. */
  public record Result(int scope, int index, byte[] body) {}

  /** The first commit of an execution, before its first turn. */
  public static Commit first(Execution execution) {
    return new Commit(
        execution,
        Progress.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }
}
