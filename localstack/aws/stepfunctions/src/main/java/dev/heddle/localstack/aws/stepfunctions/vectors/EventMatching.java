package dev.heddle.localstack.aws.stepfunctions.vectors;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares histories, in order or as a set, without ids. */
record EventMatching(Matching matching, String order) {
  private static final Set<String> PLAIN =
      Set.of(
          "name",
          "error",
          "cause",
          "resource",
          "resourceType",
          "region",
          "timeoutInSeconds",
          "heartbeatInSeconds",
          "index",
          "length",
          "mapRunArn",
          "location",
          "state");
  private static final Set<String> TEXTS = Set.of("input", "output", "parameters");

  /** The recordings that were sorted have lost these events, which carry no name to sort by. */
  private static final Set<String> LOST = Set.of("ParallelStateSucceeded", "ParallelStateFailed");

  boolean matches(JsonNode expected, List<Event> history) {
    List<JsonNode> wanted = new ArrayList<>();
    expected.forEach(e -> wanted.add(((ObjectNode) e).deepCopy().remove(List.of("id", "prev"))));
    List<JsonNode> given = new ArrayList<>();
    for (Event event : history) {
      if (!order.equals("multiset") || !LOST.contains(event.type())) {
        given.add(flat(event));
      }
    }
    if (wanted.size() != given.size()) {
      return false;
    }
    return order.equals("total") ? inOrder(wanted, given) : asSet(wanted, given);
  }

  private boolean inOrder(List<JsonNode> wanted, List<JsonNode> given) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!matching.matches(wanted.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean asSet(List<JsonNode> wanted, List<JsonNode> given) {
    List<JsonNode> left = new ArrayList<>(given);
    wanted.sort(Comparator.comparingInt((JsonNode e) -> e.toString().length()).reversed());
    for (JsonNode event : wanted) {
      JsonNode found =
          left.stream().filter(e -> matching.matches(event, e)).findFirst().orElse(null);
      if (found == null) {
        return false;
      }
      left.remove(found);
    }
    return true;
  }

  static ObjectNode flat(Event event) {
    ObjectNode flat = Json.object().put("type", event.type());
    for (var detail : event.details().properties()) {
      String name = detail.getKey();
      JsonNode value = detail.getValue();
      if (PLAIN.contains(name)) {
        flat.set(name, value);
      } else if (TEXTS.contains(name)) {
        flat.set(name, Json.parse(value.stringValue()));
      } else if (name.equals("assignedVariables")) {
        ObjectNode variables = flat.putObject(name);
        value
            .properties()
            .forEach(v -> variables.set(v.getKey(), Json.parse(v.getValue().stringValue())));
      }
    }
    return flat;
  }
}
