package dev.heddle.functions.api.runs;

import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A graph document as far as a run's report needs it. */
final class Drawing {
  private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<Edge>> incoming = new HashMap<>();
  private final Map<String, List<Edge>> outgoing = new HashMap<>();
  private final Vocabulary vocabulary;

  /** From a node's port to a node. */
  record Edge(String source, String port, String target) {}

  Drawing(JsonNode graph, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    graph.path("nodes").forEach(node -> nodes.put(node.path("id").asString(""), node));
    graph.path("edges").forEach(this::add);
  }

  private void add(JsonNode edge) {
    Edge found =
        new Edge(
            edge.path("source").asString(""),
            edge.path("port").asString(Ports.MAIN),
            edge.path("target").asString(""));
    incoming.computeIfAbsent(found.target(), _ -> new ArrayList<>()).add(found);
    outgoing.computeIfAbsent(found.source(), _ -> new ArrayList<>()).add(found);
  }

  List<Edge> into(String node) {
    return incoming.getOrDefault(node, List.of());
  }

  List<Edge> outOf(String node) {
    return outgoing.getOrDefault(node, List.of());
  }

  boolean isDisabled(String node) {
    JsonNode found = nodes.get(node);
    return found != null && found.path("disabled").asBoolean(false);
  }

  /** The only port a node can succeed by; null when there are several, or none is known. */
  @Nullable String onlyPort(String node) {
    NodeType type = type(node);
    return type != null && type.ports() instanceof Ports.Fixed fixed && fixed.names().size() == 1
        ? fixed.names().getFirst()
        : null;
  }

  /** Whether a node's output is its input by definition. */
  boolean passesOn(String node) {
    NodeType type = type(node);
    return type != null
        && switch (type.wiring()) {
          case Wiring.If _, Wiring.Switch _, Wiring.Merge _, Wiring.Wait _ -> true;
          case Wiring.Trigger _,
              Wiring.Call _,
              Wiring.Await _,
              Wiring.RunWorkflow _,
              Wiring.Agent _,
              Wiring.ForEach _,
              Wiring.Loop _,
              Wiring.SetFields _,
              Wiring.Respond _,
              Wiring.Stop _ ->
              false;
        };
  }

  private @Nullable NodeType type(String node) {
    JsonNode found = nodes.get(node);
    return found == null ? null : vocabulary.find(found.path("type").asString("")).orElse(null);
  }

  /** All nodes, each after those before it; what goes in circles comes last. */
  List<String> inOrder() {
    Map<String, Integer> waitsFor = new LinkedHashMap<>();
    nodes.keySet().forEach(node -> waitsFor.put(node, into(node).size()));
    Deque<String> ready = new ArrayDeque<>();
    waitsFor.forEach((node, count) -> addIf(count == 0, ready, node));
    List<String> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String node = ready.remove();
      order.add(node);
      for (Edge edge : outOf(node)) {
        Integer left = waitsFor.computeIfPresent(edge.target(), (_, count) -> count - 1);
        addIf(left != null && left == 0, ready, edge.target());
      }
    }
    nodes.keySet().stream().filter(node -> waitsFor.getOrDefault(node, 0) > 0).forEach(order::add);
    return order;
  }

  private static void addIf(boolean holds, Deque<String> nodes, String node) {
    if (holds) {
      nodes.add(node);
    }
  }
}
