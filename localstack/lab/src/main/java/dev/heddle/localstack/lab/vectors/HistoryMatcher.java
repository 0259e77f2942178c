package dev.heddle.localstack.lab.vectors;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares histories, in order or as a set, without ids. */
record HistoryMatcher(JsonMatcher matching, String order) {
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

  boolean matches(JsonNode expected, List<HistoryEvent> history) {
    List<JsonNode> wanted = new ArrayList<>();
    expected.forEach(e -> wanted.add(((ObjectNode) e).deepCopy().remove(List.of("id", "prev"))));
    List<JsonNode> given = new ArrayList<>();
    history.forEach(event -> given.add(flat(event)));
    return switch (order) {
      case "total" -> wanted.size() == given.size() && inOrder(wanted, given);
      case "partial" -> asSet(wanted, given).map(List::isEmpty).orElse(false);
      default -> asSet(wanted, given).map(HistoryMatcher::onlyParallel).orElse(false);
    };
  }

  /** The recordings that were sorted have lost some events of Parallel states. */
  private static boolean onlyParallel(List<JsonNode> left) {
    return left.stream().allMatch(e -> e.get("type").stringValue().startsWith("ParallelState"));
  }

  private boolean inOrder(List<JsonNode> wanted, List<JsonNode> given) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!matching.matches(wanted.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The given events that were not wanted; empty when a wanted one was not given. */
  private Optional<List<JsonNode>> asSet(List<JsonNode> wanted, List<JsonNode> given) {
    List<JsonNode> left = new ArrayList<>(given);
    wanted.sort(Comparator.comparingInt((JsonNode e) -> e.toString().length()).reversed());
    for (JsonNode event : wanted) {
      JsonNode found =
          left.stream().filter(e -> matching.matches(event, e)).findFirst().orElse(null);
      if (found == null) {
        return Optional.empty();
      }
      left.remove(found);
    }
    return Optional.of(left);
  }

  static ObjectNode flat(HistoryEvent event) {
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
