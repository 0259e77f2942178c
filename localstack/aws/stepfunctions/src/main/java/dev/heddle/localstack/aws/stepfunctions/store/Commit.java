package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.List;
import java.util.Map;

/**
 * What one turn of an execution changed; it is stored as a whole or not at all.
 *
 * @param put scopes that are new or changed
 * @param gone scopes that ended, with whatever items they had
 * @param items the lists that Map states began to go through, by scope
 */
public record Commit(
    Execution execution,
    Progress progress,
    List<Event> events,
    List<Row> put,
    List<Integer> gone,
    Map<Integer, byte[]> items) {}
