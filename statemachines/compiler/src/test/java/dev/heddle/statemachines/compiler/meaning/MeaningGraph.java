package dev.heddle.statemachines.compiler.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A graph document as nodes and arrows. */
final class MeaningGraph {
  private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();

  /** An arrow. */
  record Arrow(String source, String port, String target) {}

  MeaningGraph(JsonNode graph) {
    graph.path("nodes").forEach(node -> nodes.put(node.path("id").stringValue(), node));
    nodes.keySet().forEach(id -> places.put(id, places.size()));
    graph.path("edges").forEach(edge -> arrows.add(arrow(edge)));
  }

  private static Arrow arrow(JsonNode edge) {
    return new Arrow(
        edge.path("source").stringValue(),
        edge.path("port").stringValue(),
        edge.path("target").stringValue());
  }

  /** By place in the document. */
  Comparator<String> order() {
    return Comparator.comparingInt(places::get);
  }

  JsonNode node(String id) {
    return nodes.get(id);
  }

  JsonNode config(String id) {
    return nodes.get(id).path("config");
  }

  String type(String id) {
    return nodes.get(id).path("type").stringValue();
  }

  Stream<Arrow> into(String node) {
    return arrows.stream().filter(arrow -> arrow.target().equals(node));
  }

  Stream<Arrow> outOf(String node) {
    return arrows.stream().filter(arrow -> arrow.source().equals(node));
  }

  boolean isConnected(String node, String port) {
    return outOf(node).anyMatch(arrow -> arrow.port().equals(port));
  }

  /** The nodes that stand in a container, or at the top for an empty name, in document order. */
  Set<String> inside(String container) {
    Set<String> inside = new LinkedHashSet<>();
    nodes.forEach(
        (id, node) -> {
          if (node.path("parent").stringValue("").equals(container)) {
            inside.add(id);
          }
        });
    return inside;
  }

  /** Those nodes and all that arrows lead to from them, in document order. */
  Set<String> reachable(Set<String> from) {
    Set<String> reached = new LinkedHashSet<>(from);
    boolean more = true;
    while (more) {
      more =
          arrows.stream()
              .filter(arrow -> reached.contains(arrow.source()))
              .map(Arrow::target)
              .map(reached::add)
              .reduce(false, Boolean::logicalOr);
    }
    Set<String> ordered = new LinkedHashSet<>(nodes.keySet());
    ordered.retainAll(reached);
    return ordered;
  }

  Set<String> triggers() {
    Set<String> triggers = new LinkedHashSet<>();
    nodes.keySet().stream().filter(id -> Work.isTrigger(nodes.get(id))).forEach(triggers::add);
    return triggers;
  }

  /** Whether it does its own work in a run. */
  boolean works(String id) {
    return !nodes.get(id).has("pinned") && !nodes.get(id).path("disabled").booleanValue(false);
  }

  /** Those of some nodes whose output is the output of the whole, in document order. */
  List<String> sinks(Set<String> among) {
    return among.stream()
        .filter(id -> outOf(id).findAny().isEmpty())
        .filter(id -> !Work.isFailing(nodes.get(id)))
        .toList();
  }
}
