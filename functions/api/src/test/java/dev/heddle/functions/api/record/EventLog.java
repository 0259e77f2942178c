package dev.heddle.functions.api.record;

import dev.heddle.events.ExecutionLogEvent;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes execution logs as Step Functions would, for tests. */
final class EventLog {
  static final long BEGIN = 1_900_000_000_000L;

  private final String arn;
  private final List<ExecutionLogEvent> lines = new ArrayList<>();

  EventLog(String arn) {
    this.arn = arn;
  }

  List<ExecutionEvent> events() {
    return lines.stream().map(ExecutionEvent::of).toList();
  }

  List<ExecutionLogEvent> lines() {
    return lines;
  }

  /** Adds an event that follows another; says its id. Each is a second after the one before. */
  long add(long previous, String type, Map<String, ?> details) {
    long id = lines.size() + 1;
    ObjectNode json = WireJson.MAPPER.valueToTree(details);
    lines.add(
        new ExecutionLogEvent(
            Long.toString(id),
            type,
            json,
            Long.toString(previous),
            Long.toString(BEGIN + id * 1_000),
            arn,
            "0"));
    return id;
  }

  long entered(long previous, String type, String state) {
    return add(previous, type + "StateEntered", Map.of("name", state, "input", "{}"));
  }

  long exited(long previous, String type, String state, Map<String, String> assigned) {
    return add(
        previous,
        type + "StateExited",
        Map.of("name", state, "output", "{}", "assignedVariables", assigned));
  }

  long scheduled(long previous, String config) {
    String parameters = "{\"FunctionName\":\"f\",\"Payload\":{\"config\":" + config + "}}";
    long id =
        add(
            previous,
            "TaskScheduled",
            Map.of("parameters", parameters, "resource", "invoke", "resourceType", "lambda"));
    return add(id, "TaskStarted", Map.of("resource", "invoke", "resourceType", "lambda"));
  }

  long succeeded(long previous, String reply) {
    return add(previous, "TaskSucceeded", Map.of("output", "{\"Payload\":" + reply + "}"));
  }

  long failed(long previous, String error, String cause) {
    return add(previous, "TaskFailed", Map.of("error", error, "cause", cause));
  }
}
