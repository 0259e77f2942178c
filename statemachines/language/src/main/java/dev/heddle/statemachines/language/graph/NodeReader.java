package dev.heddle.statemachines.language.graph;

import dev.heddle.statemachines.language.graph.Node.Disabled;
import dev.heddle.statemachines.language.graph.Node.OnError;
import dev.heddle.statemachines.language.graph.Node.Pinned;
import dev.heddle.statemachines.language.graph.Node.Retry;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Ports;
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
  private final ObjectReader reader;
  private final Problems problems;

  NodeReader(JsonNode node, int index, Problems problems) {
    JsonNode id = node.get("id");
    Place place =
        id != null && id.isString()
            ? Place.node(id.stringValue())
            : Place.DRAWING.field("nodes").item(index);
    this.reader = ObjectReader.of(node, place, problems);
    this.problems = problems;
  }

  Node read() {
    String id = reader.text("id");
    Node node =
        new Node(
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
      problems.error("wrong-type", reader.place().field("config"), "An object was expected", "");
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
    ObjectReader retry = ObjectReader.of(value, reader.place().field("retry"), problems);
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
  private @Nullable Disabled disabled() {
    JsonNode value = reader.value("disabled");
    if (value != null && value.isString()) {
      return new Disabled(value.stringValue());
    }
    return reader.flag("disabled") ? new Disabled(null) : null;
  }

  private @Nullable Pinned pinned() {
    JsonNode value = reader.value("pinned");
    if (value == null) {
      return null;
    }
    ObjectReader pinned = ObjectReader.of(value, reader.place().field("pinned"), problems);
    JsonNode output = pinned.raw("output");
    String port = pinned.optionalText("port");
    pinned.finish();
    return new Pinned(
        output == null ? NullNode.getInstance() : output, port == null ? Ports.MAIN : port, false);
  }
}
