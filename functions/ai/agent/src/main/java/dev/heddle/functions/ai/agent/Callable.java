package dev.heddle.functions.ai.agent;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** By which trigger an agent starts a workflow. */
final class Callable {
  private static final String CALLED_TRIGGER = "called-trigger@1";
  private static final String CALLED = "called";
  private static final String MANUAL = "manual@1";

  private Callable() {}

  /** The trigger that is there for calls, else the one by hand. */
  static Optional<String> trigger(JsonNode graph) {
    List<JsonNode> nodes =
        graph.path("nodes").valueStream().filter(node -> !isDisabled(node)).toList();
    boolean called = nodes.stream().anyMatch(node -> isOf(node, CALLED_TRIGGER));
    return called
        ? Optional.of(CALLED)
        : nodes.stream()
            .filter(node -> isOf(node, MANUAL))
            .map(node -> node.path("id").asString(""))
            .findFirst();
  }

  private static boolean isDisabled(JsonNode node) {
    return node.path("disabled").asBoolean(false);
  }

  private static boolean isOf(JsonNode node, String type) {
    return node.path("type").asString("").equals(type);
  }
}
