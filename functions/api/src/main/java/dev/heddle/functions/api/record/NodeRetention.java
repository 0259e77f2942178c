package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.run.Fact;
import dev.heddle.functions.spec.run.NodeTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a run, those in containers once for each iteration: of a node the first 50 that
 * began stay, and the last 50, failed ones rather than others.
 */
final class NodeRetention {
  private static final int MOST = 100;
  private static final int FIRST = 50;

  private final Map<String, NodeTrace> before = new HashMap<>();
  private final Map<String, NodeTrace> nodes = new LinkedHashMap<>();
  private final List<NodeTrace> dropped = new ArrayList<>();

  NodeRetention(List<NodeTrace> known) {
    for (NodeTrace node : known) {
      before.put(node.key(), node);
      nodes.put(node.key(), node);
    }
  }

  List<NodeTrace> changed() {
    return nodes.values().stream().filter(node -> !node.equals(before.get(node.key()))).toList();
  }

  List<NodeTrace> dropped() {
    return List.copyOf(dropped);
  }

  /** Adds facts; those of an iteration that was dropped are too late unless they begin it. */
  void add(NodeTrace facts) {
    NodeTrace known = nodes.get(facts.key());
    if (known != null) {
      nodes.put(facts.key(), known.and(facts));
    } else if (facts.path().isEmpty() || facts.began() != null) {
      makeRoom(facts);
      nodes.put(facts.key(), NodeTrace.of(facts.node()).at(facts.path()).and(facts));
    }
  }

  private void makeRoom(NodeTrace facts) {
    if (!facts.path().isEmpty()) {
      List<NodeTrace> retained =
          nodes.values().stream()
              .filter(node -> node.node().equals(facts.node()))
              .sorted(Comparator.comparing(NodeRetention::beginning))
              .toList();
      if (retained.size() >= MOST) {
        drop(retained.subList(FIRST, retained.size()));
      }
    }
  }

  private void drop(List<NodeTrace> candidates) {
    NodeTrace victim =
        candidates.stream()
            .filter(node -> node.hasEnded() && !node.hasFailed())
            .findFirst()
            .or(() -> candidates.stream().filter(node -> !node.hasFailed()).findFirst())
            .orElseGet(candidates::getFirst);
    nodes.remove(victim.key());
    dropped.add(victim);
  }

  private static Instant beginning(NodeTrace node) {
    @Nullable Fact<Instant> began = node.began();
    return began == null ? Instant.MAX : began.value();
  }

  /** Ends what an iteration that has ended leaves open. */
  void end(String iteration, ExecutionEvent event) {
    for (NodeTrace node : List.copyOf(nodes.values())) {
      if (node.isIn(iteration) && !node.hasEnded()) {
        nodes.put(node.key(), node.and(NodeFacts.over(node, event)));
      }
    }
  }
}
