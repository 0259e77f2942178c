package dev.heddle.statemachines.compiler;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A drawing by hand that begins with a trigger called {@code start}. */
final class Sketch {
  private final ObjectNode graph = JsonNodeFactory.instance.objectNode();
  private final ArrayNode nodes;
  private final ArrayNode edges;

  Sketch() {
    graph.put("schemaVersion", 1).put("name", "Sketch");
    nodes = graph.putArray("nodes");
    edges = graph.putArray("edges");
    node("start", "manual@1");
  }

  Sketch node(String id, String type) {
    ObjectNode node = nodes.addObject().put("id", id).put("type", type);
    ObjectNode config = node.putObject("config");
    if (type.equals("if@1")) {
      config.put("condition", "{% $trigger.x %}");
    }
    return this;
  }

  Sketch arrow(String source, String target) {
    return arrow(source, "main", target);
  }

  Sketch arrow(String source, String port, String target) {
    edges
        .addObject()
        .put("id", "e" + edges.size())
        .put("source", source)
        .put("port", port)
        .put("target", target);
    return this;
  }

  ObjectNode graph() {
    return graph;
  }
}
