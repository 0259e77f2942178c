package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphDocument.Edge;
import dev.heddle.statemachines.language.graph.GraphNode;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A node of a draft and all that its expressions may name. */
final class NodeContext {
  private final NodeVocabulary vocabulary;
  private final Map<String, GraphNode> nodes = new HashMap<>();
  private final Map<String, Set<String>> sources;
  private final GraphNode node;

  NodeContext(GraphDocument graph, String id, NodeVocabulary vocabulary) {
    this.vocabulary = vocabulary;
    graph.nodes().forEach(found -> nodes.put(found.id(), found));
    sources =
        graph.edges().stream()
            .collect(
                Collectors.groupingBy(
                    Edge::target,
                    Collectors.mapping(Edge::source, Collectors.toCollection(LinkedHashSet::new))));
    node = graph.find(id).orElseThrow(() -> Fault.notFound("step " + id));
  }

  GraphNode node() {
    return node;
  }

  /** The nodes whose edges lead to it. */
  List<String> predecessors() {
    return List.copyOf(into(node.id()));
  }

  /** Its ancestors by edges, and those of the containers around it. */
  Set<String> ancestors() {
    Set<String> found = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(node.id()));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        found.addAll(into(next));
        open.addAll(into(next));
        GraphNode known = nodes.get(next);
        if (known != null && known.parent() != null) {
          open.add(known.parent());
        }
      }
    }
    found.remove(node.id());
    return found;
  }

  private Set<String> into(String target) {
    return sources.getOrDefault(target, Set.of());
  }

  /** The trigger before it; a name of its own when none that is switched on is there. */
  String trigger() {
    return ancestors().stream()
        .filter(this::starts)
        .findFirst()
        .orElseGet(() -> freeName("testStart"));
  }

  private boolean starts(String id) {
    GraphNode found = nodes.get(id);
    return found != null
        && found.disabled() == null
        && vocabulary.find(found.type()).map(NodeType::wiring).orElse(null)
            instanceof NodeWiring.Trigger;
  }

  /** A name like this that no node has. */
  String freeName(String name) {
    String free = name;
    while (nodes.containsKey(free)) {
      free += "_";
    }
    return free;
  }
}
