package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphNode;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What lists show of a graph document, read from whatever was sent. */
record WorkflowOutline(String name, String description, List<String> triggers) {
  private static final String UNNAMED = "Untitled";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int MOST_TRIGGERS = 100;

  /** The outline of a document; a fault invalid when it is no object. */
  static WorkflowOutline of(JsonNode graph, NodeVocabulary vocabulary) {
    if (!graph.isObject()) {
      throw Fault.invalid("graph", "Must be an object");
    }
    GraphDocument drawing = GraphDocument.of(graph);
    String name = bounded(drawing.name(), "graph.name", LONGEST_NAME);
    return new WorkflowOutline(
        name.isBlank() ? UNNAMED : name.strip(),
        bounded(drawing.description(), "graph.description", LONGEST_DESCRIPTION).strip(),
        triggers(drawing, vocabulary));
  }

  private static String bounded(String text, String field, int longest) {
    if (text.length() > longest) {
      throw Fault.invalid(field, "Must be at most " + longest + " characters");
    }
    return text;
  }

  /** The types of the triggers that are switched on. */
  private static List<String> triggers(GraphDocument drawing, NodeVocabulary vocabulary) {
    return drawing.nodes().stream()
        .filter(node -> node.disabled() == null)
        .map(GraphNode::type)
        .filter(
            type ->
                vocabulary.find(type).map(NodeType::wiring).orElse(null)
                    instanceof NodeWiring.Trigger)
        .distinct()
        .limit(MOST_TRIGGERS)
        .toList();
  }
}
