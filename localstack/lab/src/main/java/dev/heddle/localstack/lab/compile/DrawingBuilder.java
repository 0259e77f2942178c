package dev.heddle.localstack.lab.compile;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A drawing under the pen; it begins with a trigger called {@code start}. */
final class DrawingBuilder {
  private final ObjectNode graph = JsonNodeFactory.instance.objectNode();
  private final ArrayNode nodes;
  private final ArrayNode edges;

  DrawingBuilder(String name) {
    graph.put("schemaVersion", 1).put("name", name);
    nodes = graph.putArray("nodes");
    edges = graph.putArray("edges");
    node("start", "manual@1");
  }

  private ObjectNode node(String id, String type) {
    ObjectNode node = nodes.addObject().put("id", id).put("type", type).put("name", "Node " + id);
    return node.putObject("config");
  }

  /** A call that names another node; an empty name is none. */
  DrawingBuilder call(String id, String named) {
    String url =
        named.isEmpty() ? "https://example.com/" : "https://example.com/{{ $" + named + " }}";
    node(id, "http-request@1").put("url", url);
    return this;
  }

  /** Fields of which one names another node. */
  DrawingBuilder set(String id, String named) {
    node(id, "set@1").putArray("fields").addObject().put("name", "x").put("value", read(named));
    return this;
  }

  DrawingBuilder choice(String id, String named) {
    node(id, "if@1").put("condition", "{% $exists($" + named + ") %}");
    return this;
  }

  DrawingBuilder merge(String id) {
    node(id, "merge@1");
    return this;
  }

  DrawingBuilder each(String id, String named) {
    node(id, "for-each@1").put("items", read(named + ".x"));
    return this;
  }

  private static String read(String named) {
    return "{% $" + named + " %}";
  }

  /** Puts the node drawn last into a container. */
  DrawingBuilder inside(String container) {
    ((ObjectNode) nodes.get(nodes.size() - 1)).put("parent", container);
    return this;
  }

  DrawingBuilder arrow(String source, String port, String target) {
    ObjectNode edge = edges.addObject().put("id", "e" + edges.size()).put("source", source);
    edge.put("port", port).put("target", target);
    return this;
  }

  DrawingBuilder arrow(String source, String target) {
    return arrow(source, "main", target);
  }

  int size() {
    return nodes.size();
  }

  ObjectNode graph() {
    return graph;
  }
}
