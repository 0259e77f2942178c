package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.statemachines.language.graph.Graph;
import dev.heddle.statemachines.language.graph.Graph.Edge;
import dev.heddle.statemachines.language.graph.Node;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A node of a draft and all that its expressions may name. */
final class Surroundings {
  private final Vocabulary vocabulary;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, Set<String>> sources;
  private final Node node;

  Surroundings(Graph graph, String id, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    graph.nodes().forEach(found -> nodes.put(found.id(), found));
    sources =
        graph.edges().stream()
            .collect(
                Collectors.groupingBy(
                    Edge::target,
                    Collectors.mapping(Edge::source, Collectors.toCollection(LinkedHashSet::new))));
    node = graph.find(id).orElseThrow(() -> Fault.notFound("node " + id));
  }

  Node node() {
    return node;
  }

  /** The nodes whose edges lead to it. */
  List<String> directlyBefore() {
    return List.copyOf(into(node.id()));
  }

  /** Its ancestors by edges, and those of the containers around it. */
  Set<String> before() {
    Set<String> found = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(node.id()));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        found.addAll(into(next));
        open.addAll(into(next));
        Node known = nodes.get(next);
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
    return before().stream().filter(this::starts).findFirst().orElseGet(() -> free("testStart"));
  }

  private boolean starts(String id) {
    Node found = nodes.get(id);
    return found != null
        && found.disabled() == null
        && vocabulary.find(found.type()).map(NodeType::wiring).orElse(null)
            instanceof Wiring.Trigger;
  }

  /** A name like this that no node has. */
  String free(String name) {
    String free = name;
    while (nodes.containsKey(free)) {
      free += "_";
    }
    return free;
  }
}
