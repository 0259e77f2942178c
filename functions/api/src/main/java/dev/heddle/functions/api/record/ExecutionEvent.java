package dev.heddle.functions.api.record;

import dev.heddle.events.ExecutionLogEvent;
import dev.heddle.functions.spec.run.ValuePreview;
import dev.heddle.functions.spec.shape.WireJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** An event of the execution log, read. */
record ExecutionEvent(
    String execution, long id, long previous, String type, Instant at, JsonNode details) {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_CAUSE = 4_000;

  static ExecutionEvent of(ExecutionLogEvent line) {
    return new ExecutionEvent(
        line.execution_arn(),
        Long.parseLong(line.id()),
        Long.parseLong(line.previous_event_id()),
        line.type(),
        Instant.ofEpochMilli(Long.parseLong(line.event_timestamp())),
        line.details());
  }

  String name() {
    return details.path("name").asString("");
  }

  /** A detail that is JSON text. */
  JsonNode json(String detail) {
    return parsed(details.path(detail));
  }

  /** JSON text as JSON; what Step Functions has cut off stays text. */
  static JsonNode parsed(JsonNode detail) {
    String text = detail.asString("");
    try {
      return WireJson.MAPPER.readTree(text);
    } catch (JacksonException e) {
      return StringNode.valueOf(text);
    }
  }

  /** The same, short enough to be kept. */
  JsonNode kept(String detail) {
    return ValuePreview.kept(json(detail));
  }

  @Nullable String error() {
    return cut(failure().error(), LONGEST_NAME);
  }

  /** Why it failed; of a Lambda function's error object only the message. */
  @Nullable String cause() {
    return cut(failure().reason(), LONGEST_CAUSE);
  }

  private ExecutionFailure failure() {
    return ExecutionFailure.of(text("error"), text("cause"));
  }

  private @Nullable String text(String detail) {
    JsonNode text = details.path(detail);
    return text.isString() ? text.stringValue() : null;
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
