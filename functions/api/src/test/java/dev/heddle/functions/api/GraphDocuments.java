package dev.heddle.functions.api;

import java.util.List;

/** Graph documents for tests. */
public final class GraphDocuments {
  private GraphDocuments() {}

  /** A request body holding a graph of these nodes and edges ({@code source.port>target}). */
  public static String graph(String name, List<String> nodes, List<String> edges) {
    return """
    {"graph": {"schemaVersion": 1, "name": "%s", "description": "",
      "nodes": [%s], "edges": [%s], "notes": [], "groups": []}}
    """
        .formatted(
            name,
            String.join(", ", nodes),
            String.join(", ", edges.stream().map(GraphDocuments::edge).toList()));
  }

  /** A node. */
  public static String node(String id, String type, String config) {
    return node(id, type, config, "");
  }

  /** A node with more fields, each after a comma. */
  public static String node(String id, String type, String config, String more) {
    return """
    {"id": "%s", "type": "%s", "name": "%s", "position": {"x": 0, "y": 0}, "config": %s%s}
    """
        .formatted(id, type, id + " step", config, more);
  }

  private static String edge(String text) {
    String[] parts = text.split("[.>]");
    return "{\"id\": \"%s\", \"source\": \"%s\", \"port\": \"%s\", \"target\": \"%s\"}"
        .formatted(text.replaceAll("[.>]", "_"), parts[0], parts[1], parts[2]);
  }
}
