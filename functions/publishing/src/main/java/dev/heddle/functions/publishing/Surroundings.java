package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A node of a graph document and all that its expressions may name. */
final class Surroundings {
  private final JsonNode graph;
  private final Vocabulary vocabulary;
  private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
  private final String id;

  Surroundings(JsonNode graph, String id, Vocabulary vocabulary) {
    this.graph = graph;
    this.vocabulary = vocabulary;
    this.id = id;
    graph.path("nodes").forEach(node -> nodes.put(node.path("id").asString(""), node));
    if (!nodes.containsKey(id)) {
      throw Fault.notFound("node " + id);
    }
  }

  ObjectNode node() {
    return (ObjectNode) Objects.requireNonNull(nodes.get(id));
  }

  /** The nodes whose edges lead to it. */
  List<String> directlyBefore() {
    return into(id);
  }

  /** Its ancestors by edges, and those of the containers around it. */
  Set<String> before() {
    Set<String> found = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        List<String> sources = into(next);
        found.addAll(sources);
        open.addAll(sources);
        String parent = nodes.getOrDefault(next, graph.path("none")).path("parent").asString("");
        if (!parent.isEmpty()) {
          open.add(parent);
        }
      }
    }
    found.remove(id);
    return found;
  }

  private List<String> into(String target) {
    return StreamSupport.stream(graph.path("edges").spliterator(), false)
        .filter(edge -> edge.path("target").asString("").equals(target))
        .map(edge -> edge.path("source").asString(""))
        .filter(nodes::containsKey)
        .distinct()
        .toList();
  }

  /** The trigger before it; a name of its own when there is none. */
  String trigger() {
    return before().stream().filter(this::isTrigger).findFirst().orElseGet(() -> free("testStart"));
  }

  private boolean isTrigger(String node) {
    String type = nodes.getOrDefault(node, graph.path("none")).path("type").asString("");
    return vocabulary
        .find(type)
        .filter(found -> found.wiring() instanceof Wiring.Trigger)
        .isPresent();
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
