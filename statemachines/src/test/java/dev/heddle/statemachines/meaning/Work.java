package dev.heddle.statemachines.meaning;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one node does when it runs. */
record Work(
    JsonNode node,
    World world,
    Formula formula,
    JsonNode input,
    int taken,
    Consumer<JsonNode> called) {

  /** How it ended. */
  sealed interface Done {

    record Left(String port, JsonNode output) implements Done {}

    record Failed(String error, String cause) implements Done {}
  }

  static boolean isTrigger(JsonNode node) {
    return List.of("manual@1", "webhook@1", "schedule@1").contains(node.path("type").stringValue());
  }

  static boolean isFailing(JsonNode node) {
    return node.path("type").stringValue().equals("stop@1")
        && node.path("config").path("outcome").stringValue("end").equals("fail")
        && !node.path("disabled").booleanValue(false)
        && !node.has("pinned");
  }

  static boolean responds(JsonNode node) {
    return node.path("type").stringValue().equals("respond@1");
  }

  Done done() {
    try {
      return work();
    } catch (Formula.Thrown e) {
      return new Done.Failed("States.QueryEvaluationError", "*");
    }
  }

  private Done work() {
    JsonNode config = node.path("config");
    return switch (node.path("type").stringValue()) {
      case "if@1" -> left(formula.condition(config.path("condition")) ? "true" : "false", input);
      case "switch@1" -> left(firstCase(config.path("cases")), input);
      case "set@1" -> left("main", fields(config));
      case "merge@1" -> merge(config);
      case "wait@1" -> left("main", input);
      case "respond@1" -> left("main", answer(config));
      case "stop@1" -> isFailing(node) ? stopped(config) : left("main", input);
      case "work@1" -> call(config, List.of("main"));
      case "pick@1" -> call(config, List.of("left", "right"));
      default -> throw new IllegalArgumentException("No meaning for " + node);
    };
  }

  private Done merge(JsonNode config) {
    int quorum = config.path("quorum").intValue(0);
    return taken < quorum
        ? new Done.Failed("Heddle.Quorum", "Fewer than " + quorum + " edges were taken")
        : left("main", input);
  }

  private static Done left(String port, JsonNode output) {
    return new Done.Left(port, output);
  }

  private String firstCase(JsonNode cases) {
    for (JsonNode one : cases) {
      if (formula.condition(one.path("condition"))) {
        return one.path("name").stringValue();
      }
    }
    return "default";
  }

  private JsonNode fields(JsonNode config) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    if (config.path("keep").booleanValue(false) && input instanceof ObjectNode kept) {
      fields.setAll(kept);
    }
    config
        .path("fields")
        .forEach(
            one -> fields.set(one.path("name").stringValue(), formula.value(one.path("value"))));
    return fields;
  }

  private JsonNode answer(JsonNode config) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", 200);
    answer.putObject("headers");
    return answer.set("body", formula.value(config.path("body")));
  }

  private Done stopped(JsonNode config) {
    return new Done.Failed(config.path("error").stringValue("Heddle.Stopped"), "");
  }

  private Done call(JsonNode config, List<String> ports) {
    called.accept(formula.value(config));
    return switch (world.answer(node.path("id").stringValue(), ports)) {
      case World.Answer.Output output -> left(output.port(), output.output());
      case World.Answer.Error error -> new Done.Failed(error.error(), error.cause());
    };
  }
}
