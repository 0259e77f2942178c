package dev.heddle.localstack.lab.crash;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * When the tasks of a run have finished, in milliseconds, by the names their calls are noted by.
 */
final class TaskFinishTimes {
  private TaskFinishTimes() {}

  static Map<String, Long> of(List<JsonNode> history) {
    Map<String, Long> times = new HashMap<>();
    for (JsonNode event : history) {
      if (event.get("type").stringValue().equals("TaskSucceeded")) {
        String task = task(history, event);
        times.put(task, Math.round(event.get("timestamp").doubleValue() * 1000));
      }
    }
    return times;
  }

  /** Goes back to where the task's state was entered; items are told apart by their input. */
  private static String task(List<JsonNode> history, JsonNode event) {
    JsonNode at = event;
    while (!at.has("stateEnteredEventDetails")) {
      at = history.get((int) at.get("previousEventId").longValue() - 1);
    }
    JsonNode entered = at.get("stateEnteredEventDetails");
    String name = entered.get("name").stringValue();
    return name.equals("I") ? name + Json.parse(entered.get("input").stringValue()) : name;
  }
}
