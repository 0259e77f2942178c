package dev.heddle.statemachines.compiler.meaning;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one node does when it runs. */
record Work(
    MeaningGraph drawn,
    String id,
    FunctionAnswers world,
    String path,
    Formula formula,
    JsonNode input,
    int taken,
    Sent sent) {
  private static final int YEAR = 31_536_000;

  static boolean isTrigger(JsonNode node) {
    return List.of("manual@1", "webhook@1", "schedule@1", "called-trigger@1")
        .contains(node.path("type").stringValue());
  }

  static boolean isFailing(JsonNode node) {
    return node.path("type").stringValue().equals("stop@1")
        && node.path("config").path("outcome").stringValue("end").equals("fail")
        && !node.path("disabled").booleanValue(false)
        && !node.has("pinned");
  }

  Done done() {
    try {
      return work();
    } catch (Formula.Thrown e) {
      return new Done.Failed("States.QueryEvaluationError", "*", Span.NONE);
    }
  }

  private Done work() {
    JsonNode config = drawn.config(id);
    return switch (drawn.type(id)) {
      case "if@1" -> left(formula.condition(config.path("condition")) ? "true" : "false", input);
      case "switch@1" -> left(firstCase(config.path("cases")), input);
      case "set@1" -> left("main", fields(config));
      case "merge@1" -> merge(config);
      case "wait@1" ->
          new Done.Left("main", input, Span.of(1_000L * config.at("/duration/seconds").intValue()));
      case "respond@1" -> left("main", answer(config));
      case "stop@1" -> isFailing(drawn.node(id)) ? stopped(config) : left("main", input);
      case "work@1" -> call(config, List.of("main"));
      case "pick@1" -> call(config, List.of("left", "right"));
      case "approval@1" -> ask(config);
      case "run-workflow@1" -> child(config);
      default -> throw new IllegalArgumentException("No meaning for " + id);
    };
  }

  private Done merge(JsonNode config) {
    int quorum = config.path("quorum").intValue(0);
    return taken < quorum
        ? new Done.Failed("Heddle.Quorum", "Fewer than " + quorum + " branches arrived", Span.NONE)
        : left("main", input);
  }

  private static Done left(String port, JsonNode output) {
    return new Done.Left(port, output, Span.NONE);
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
    return new Done.Failed(config.path("error").stringValue("Heddle.Stopped"), null, Span.NONE);
  }

  private Done call(JsonNode config, List<String> ports) {
    sent.config = formula.value(config);
    FunctionAnswers.Answer answer = world.answer(id, path, ports);
    Span span = Span.of(answer.millis());
    return switch (answer) {
      case FunctionAnswers.Answer.Output output ->
          new Done.Left(output.port(), output.output(), span);
      case FunctionAnswers.Answer.Error error ->
          new Done.Failed(error.error(), error.cause(), span);
      case FunctionAnswers.Answer.Never _ -> throw new IllegalStateException("A call answers");
    };
  }

  /** Its answer comes with a token, or doesn't come in time. */
  private Done ask(JsonNode config) {
    sent.config = formula.value(config);
    FunctionAnswers.Answer answer = world.asked(id, path);
    long bound = 1_000L * config.path("timeoutSeconds").intValue(YEAR);
    if (answer instanceof FunctionAnswers.Answer.Never && !config.has("timeoutSeconds")) {
      throw new Ambiguous(id + " waits for ever");
    }
    Span span = Span.of(Math.min(bound, answer.millis()));
    if (answer.millis() < bound) {
      return switch (answer) {
        case FunctionAnswers.Answer.Output output ->
            new Done.Left(output.port(), output.output(), span);
        case FunctionAnswers.Answer.Error error ->
            new Done.Failed(error.error(), error.cause(), span);
        case FunctionAnswers.Answer.Never _ -> throw new IllegalStateException("Never is late");
      };
    }
    JsonNode late = JsonNodeFactory.instance.objectNode().put("timedOut", true);
    return drawn.isConnected(id, "timeout")
        ? new Done.Left("timeout", late, span)
        : new Done.Failed("States.Timeout", "*", span);
  }

  private Done child(JsonNode config) {
    JsonNode payload = config.has("input") ? formula.value(config.path("input")) : input;
    if (config.path("wait").booleanValue(true)) {
      return Children.run(config.path("workflow").stringValue(), payload);
    }
    String run = "run_1-" + Children.hash(id + " " + path + "0");
    return left("main", JsonNodeFactory.instance.objectNode().put("run", run));
  }
}
