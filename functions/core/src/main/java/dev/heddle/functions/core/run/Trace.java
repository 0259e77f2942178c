package dev.heddle.functions.core.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run and its nodes as the execution log has told them so far.
 *
 * @param revision how often the run was stored; 0 when it was not yet
 */
public record Trace(Run run, long revision, List<NodeTrace> nodes) {

  /** The nodes as they are shown, in the order they began. */
  public List<NodeRun> nodeRuns() {
    boolean over = run.status() != Run.Status.RUNNING;
    return nodes.stream()
        .sorted(Comparator.comparingLong(Trace::beginning))
        .map(node -> node.asNodeRun(over))
        .toList();
  }

  private static long beginning(NodeTrace node) {
    @Nullable Fact<Instant> began = node.began();
    return began == null ? Long.MAX_VALUE : began.event();
  }
}
