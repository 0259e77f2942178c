package dev.heddle.functions.api.record;

import dev.heddle.events.ExecutionLogEvent;
import dev.heddle.functions.core.catalog.Wire;
import dev.heddle.functions.core.run.Preview;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** An event of the execution log, read. */
record LogEvent(
    String execution, long id, long previous, String type, Instant at, JsonNode details) {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_CAUSE = 4_000;

  static LogEvent of(ExecutionLogEvent line) {
    return new LogEvent(
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
      return Wire.JSON.readTree(text);
    } catch (JacksonException e) {
      return StringNode.valueOf(text);
    }
  }

  /** The same, short enough to be kept. */
  JsonNode kept(String detail) {
    return Preview.kept(json(detail));
  }

  @Nullable String error() {
    return text("error", LONGEST_NAME);
  }

  /** Why it failed; of a Lambda function's error object only the message. */
  @Nullable String cause() {
    String cause = text("cause", Integer.MAX_VALUE);
    if (cause != null && cause.startsWith("{") && json("cause").path("errorMessage").isString()) {
      cause = json("cause").path("errorMessage").stringValue();
    }
    return cause == null ? null : cut(cause, LONGEST_CAUSE);
  }

  private @Nullable String text(String detail, int longest) {
    JsonNode text = details.path(detail);
    return text.isString() ? cut(text.stringValue(), longest) : null;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
