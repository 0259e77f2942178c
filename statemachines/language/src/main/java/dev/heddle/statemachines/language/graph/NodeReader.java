package dev.heddle.statemachines.language.graph;

import dev.heddle.statemachines.language.graph.GraphNode.Bypass;
import dev.heddle.statemachines.language.graph.GraphNode.OnError;
import dev.heddle.statemachines.language.graph.GraphNode.PinnedOutput;
import dev.heddle.statemachines.language.graph.GraphNode.Retry;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one node of a document. */
final class NodeReader {
  private static final int YEAR = 31_536_000;
  private static final int LONGEST_NAME = 500;
  private final JsonFieldReader reader;
  private final Diagnostics problems;

  NodeReader(JsonNode node, int index, Diagnostics problems) {
    JsonNode id = node.get("id");
    SourceLocation place =
        id != null && id.isString()
            ? SourceLocation.node(id.stringValue())
            : SourceLocation.DRAWING.field("nodes").item(index);
    this.reader = JsonFieldReader.of(node, place, problems);
    this.problems = problems;
  }

  GraphNode read() {
    String id = reader.text("id");
    GraphNode node =
        new GraphNode(
            id,
            reader.text("type"),
            name(id),
            reader.optionalText("parent"),
            config(),
            retry(),
            reader.optionalWhole("timeoutSeconds", 1, YEAR),
            onError(),
            reader.raw("defaultOutput"),
            disabled(),
            pinned());
    reader.value("position");
    reader.optionalText("notes");
    reader.finish();
    return node;
  }

  private String name(String id) {
    String name = reader.optionalText("name");
    if (name == null || name.isBlank()) {
      return id;
    }
    if (name.length() > LONGEST_NAME) {
      String message = "The name is longer than " + LONGEST_NAME + " characters";
      problems.error("out-of-bounds", reader.place().field("name"), message, "");
    }
    return name.strip();
  }

  private ObjectNode config() {
    JsonNode config = reader.value("config");
    if (config != null && !(config instanceof ObjectNode)) {
      problems.error("wrong-type", reader.place().field("config"), "Expected an object", "");
    }
    return config instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  private OnError onError() {
    String word = reader.word("onError", List.of("stop", "continue", "port", "default"));
    return OnError.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private @Nullable Retry retry() {
    JsonNode value = reader.value("retry");
    if (value == null) {
      return null;
    }
    JsonFieldReader retry = JsonFieldReader.of(value, reader.place().field("retry"), problems);
    Integer attempts = retry.optionalWhole("attempts", 0, 100);
    Integer interval = retry.optionalWhole("intervalSeconds", 1, 86_400);
    Double backoff = retry.optionalNumber("backoff", 1, 100);
    Integer maxDelay = retry.optionalWhole("maxDelaySeconds", 1, YEAR);
    boolean jitter = retry.flag("jitter");
    retry.finish();
    return new Retry(
        attempts == null ? 2 : attempts,
        interval == null ? 1 : interval,
        backoff == null ? 2 : backoff,
        maxDelay,
        jitter);
  }

  /** True, false or the name of the port to pass by. */
  private @Nullable Bypass disabled() {
    JsonNode value = reader.value("disabled");
    if (value != null && value.isString()) {
      return new Bypass(value.stringValue());
    }
    return reader.flag("disabled") ? new Bypass(null) : null;
  }

  private @Nullable PinnedOutput pinned() {
    JsonNode value = reader.value("pinned");
    if (value == null) {
      return null;
    }
    JsonFieldReader pinned = JsonFieldReader.of(value, reader.place().field("pinned"), problems);
    JsonNode output = pinned.raw("output");
    String port = pinned.optionalText("port");
    pinned.finish();
    return new PinnedOutput(
        output == null ? NullNode.getInstance() : output,
        port == null ? NodePorts.MAIN : port,
        false);
  }
}
