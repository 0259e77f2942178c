package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What lists show of a graph document, read from whatever was sent. */
record Outline(String name, String description, List<String> triggers) {
  private static final String UNNAMED = "Untitled";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int MOST_TRIGGERS = 100;

  /** The outline of a document; a fault invalid when it is no object. */
  static Outline of(JsonNode graph, Vocabulary vocabulary) {
    if (!graph.isObject()) {
      throw Fault.invalid("graph", "must be an object");
    }
    String name = text(graph.path("name"), "graph.name", LONGEST_NAME);
    return new Outline(
        name.isBlank() ? UNNAMED : name.strip(),
        text(graph.path("description"), "graph.description", LONGEST_DESCRIPTION).strip(),
        triggers(graph.path("nodes"), vocabulary));
  }

  private static String text(JsonNode value, String field, int longest) {
    String text = value.isString() ? value.stringValue() : "";
    if (text.length() > longest) {
      throw Fault.invalid(field, "may have at most " + longest + " characters");
    }
    return text;
  }

  private static List<String> triggers(JsonNode nodes, Vocabulary vocabulary) {
    return nodes
        .valueStream()
        .map(node -> node.path("type").asString(""))
        .filter(
            type ->
                vocabulary.find(type).map(NodeType::wiring).orElse(null) instanceof Wiring.Trigger)
        .distinct()
        .limit(MOST_TRIGGERS)
        .toList();
  }
}
