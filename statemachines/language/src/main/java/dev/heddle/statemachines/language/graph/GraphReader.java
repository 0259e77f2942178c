package dev.heddle.statemachines.language.graph;

import dev.heddle.statemachines.language.graph.GraphDocument.Edge;
import dev.heddle.statemachines.language.graph.GraphDocument.Mode;
import dev.heddle.statemachines.language.graph.GraphDocument.Settings;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads graph documents of schema version 1, whatever they hold. */
public final class GraphReader {
  private static final int VERSION = 1;
  private static final int MOST_NODES = 5_000;
  private static final int MOST_EDGES = 20_000;
  private static final int DEEPEST = 60;
  private static final int MOST_RUNS = 1_000_000;
  private static final int YEAR = 31_536_000;
  private final Diagnostics problems;

  /** A reader that reports here. */
  public GraphReader(Diagnostics problems) {
    this.problems = problems;
  }

  /** A drawing as far as it can be read, with no word on the rest; empty when it isn't one. */
  static GraphDocument readLeniently(JsonNode document) {
    if (!document.isObject()) {
      return GraphDocument.EMPTY;
    }
    Diagnostics unsaid = new Diagnostics();
    GraphDocument graph =
        new GraphReader(unsaid).graph(JsonFieldReader.of(document, SourceLocation.DRAWING, unsaid));
    return joined(graph);
  }

  /** What holds together of a graph: each id once, and edges between what is there, each once. */
  private static GraphDocument joined(GraphDocument graph) {
    Map<String, GraphNode> nodes = new LinkedHashMap<>();
    graph.nodes().stream()
        .filter(node -> !node.id().isEmpty())
        .forEach(node -> nodes.putIfAbsent(node.id(), node));
    Set<List<String>> seen = new HashSet<>();
    List<Edge> edges =
        graph.edges().stream()
            .filter(edge -> nodes.containsKey(edge.source()) && nodes.containsKey(edge.target()))
            .filter(edge -> seen.add(List.of(edge.source(), edge.port(), edge.target())))
            .toList();
    return new GraphDocument(
        graph.name(), graph.description(), graph.settings(), List.copyOf(nodes.values()), edges);
  }

  /** The drawing as far as it can be read; nothing when the document isn't one at all. */
  public Optional<GraphDocument> read(JsonNode document) {
    if (!document.isObject()) {
      problems.error(
          "not-a-drawing", SourceLocation.DRAWING, "The document isn't a JSON object", "");
      return Optional.empty();
    }
    if (tooDeep(document)) {
      String message = "The document is nested more than " + DEEPEST + " levels deep";
      problems.error("too-deep", SourceLocation.DRAWING, message, "");
      return Optional.empty();
    }
    JsonFieldReader reader = JsonFieldReader.of(document, SourceLocation.DRAWING, problems);
    return version(reader) ? Optional.of(graph(reader)) : Optional.empty();
  }

  private boolean version(JsonFieldReader reader) {
    JsonNode version = reader.value("schemaVersion");
    if (version != null
        && version.isNumber()
        && version.asDouble(Double.POSITIVE_INFINITY) == VERSION) {
      return true;
    }
    boolean newer =
        version != null
            && version.isNumber()
            && version.asDouble(Double.POSITIVE_INFINITY) > VERSION;
    problems.error(
        "schema-version",
        SourceLocation.DRAWING.field("schemaVersion"),
        version == null ? "The schema version is missing" : "Expected schema version 1",
        newer
            ? "The document was made by a newer version of Heddle. Update Heddle to open it."
            : "Write \"schemaVersion\": 1.");
    return false;
  }

  private GraphDocument graph(JsonFieldReader reader) {
    String name = reader.text("name");
    String description = reader.optionalText("description");
    Settings settings = settings(reader);
    List<GraphNode> nodes = new ArrayList<>();
    List<JsonNode> drawn = reader.list("nodes", MOST_NODES);
    for (int i = 0; i < drawn.size(); i++) {
      nodes.add(new NodeReader(drawn.get(i), i, problems).read());
    }
    List<Edge> edges = edges(reader);
    reader.list("notes", MOST_NODES);
    reader.list("groups", MOST_NODES);
    reader.finish();
    return new GraphDocument(name, description == null ? "" : description, settings, nodes, edges);
  }

  private Settings settings(JsonFieldReader reader) {
    JsonNode value = reader.value("settings");
    if (value == null) {
      return Settings.NONE;
    }
    JsonFieldReader settings =
        JsonFieldReader.of(value, SourceLocation.DRAWING.field("settings"), problems);
    String mode = settings.word("mode", List.of("auto", "standard", "express"));
    Integer timeout = settings.optionalWhole("timeoutSeconds", 1, YEAR);
    Integer concurrency = settings.optionalWhole("concurrency", 1, MOST_RUNS);
    String errorWorkflow = settings.optionalText("errorWorkflow");
    settings.finish();
    return new Settings(
        Mode.valueOf(mode.toUpperCase(Locale.ROOT)), timeout, concurrency, errorWorkflow);
  }

  private List<Edge> edges(JsonFieldReader reader) {
    List<Edge> edges = new ArrayList<>();
    List<JsonNode> drawn = reader.list("edges", MOST_EDGES);
    for (int i = 0; i < drawn.size(); i++) {
      JsonNode id = drawn.get(i).get("id");
      boolean named = id != null && id.isString();
      SourceLocation place =
          named
              ? SourceLocation.edge(id.stringValue())
              : SourceLocation.DRAWING.field("edges").item(i);
      edges.add(edge(JsonFieldReader.of(drawn.get(i), place, problems), i));
    }
    return edges;
  }

  private static Edge edge(JsonFieldReader reader, int index) {
    String id = reader.optionalText("id");
    String source = reader.text("source");
    String port = reader.optionalText("port");
    String target = reader.text("target");
    reader.finish();
    return new Edge(
        id == null ? "edges[" + index + "]" : id,
        source,
        port == null ? NodePorts.MAIN : port,
        target);
  }

  private static boolean tooDeep(JsonNode document) {
    Deque<JsonNode> level = new ArrayDeque<>(List.of(document));
    for (int depth = 0; depth <= DEEPEST; depth++) {
      Deque<JsonNode> below = new ArrayDeque<>();
      level.forEach(node -> node.valueStream().filter(JsonNode::isContainer).forEach(below::add));
      if (below.isEmpty()) {
        return false;
      }
      level = below;
    }
    return true;
  }
}
