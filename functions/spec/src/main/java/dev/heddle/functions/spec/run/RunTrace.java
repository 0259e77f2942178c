package dev.heddle.functions.spec.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run and its nodes as the execution log has told them so far.
 *
 * @param revision how often the run was stored; 0 when it was not yet
 * @param since the event that said how the run stands; 0 when none did
 * @param nodes each of them once for every iteration that is kept
 * @param cursor of the execution that is being read
 * @param dropped iterations of nodes that are to be kept no longer, when it is stored
 * @param droppedCounts by node: those that were dropped before
 */
public record RunTrace(
    Run run,
    long revision,
    long since,
    List<NodeTrace> nodes,
    EventCursor cursor,
    List<NodeTrace> dropped,
    Map<String, DroppedCount> droppedCounts) {

  /** A run without containers, or none of them reached. */
  public RunTrace(Run run, long revision, List<NodeTrace> nodes) {
    this(run, revision, 0, nodes, EventCursor.of(""), List.of(), Map.of());
  }

  /** The nodes as they are shown, in the order they began. */
  public List<NodeRun> nodeRuns() {
    boolean over = run.status() != Run.Status.RUNNING;
    return nodes.stream()
        .sorted(Comparator.comparingLong(RunTrace::beginning))
        .map(node -> node.asNodeRun(over))
        .toList();
  }

  /** The same, reading another execution of the run. */
  public RunTrace withCursor(EventCursor eventCursor) {
    return new RunTrace(run, revision, since, nodes, eventCursor, dropped, droppedCounts);
  }

  private static long beginning(NodeTrace node) {
    @Nullable Fact<Instant> began = node.began();
    return began == null ? Long.MAX_VALUE : began.event();
  }
}
