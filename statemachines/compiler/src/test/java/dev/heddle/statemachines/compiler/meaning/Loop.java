package dev.heddle.statemachines.compiler.meaning;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The body of a loop, again and again. */
final class Loop {
  private final Level level;
  private final String node;
  private final JsonNode config;
  private final boolean bounded;
  private Span span = Span.NONE;

  Loop(Level level, String node, JsonNode config, boolean bounded) {
    this.level = level;
    this.node = node;
    this.config = config;
    this.bounded = bounded;
  }

  Done done() {
    int max = config.path("max").intValue(10);
    JsonNode last = JsonNodeFactory.instance.nullNode();
    try {
      for (int index = 0; index < max; index++) {
        Level body = iteration(index, last);
        if (!body.failures().isEmpty()) {
          return new Done.Failed(body.failures(), span);
        }
        last = body.output();
        if (new Formula(names(index, last)).condition(config.path("until"))) {
          return new Done.Left("main", output(last, index + 1, "done"), span);
        }
      }
    } catch (Formula.Thrown e) {
      return new Done.Failed("States.QueryEvaluationError", "*", span);
    }
    return bounded
        ? new Done.Left("max", output(last, max, "max"), span)
        : new Done.Failed("Heddle.LoopLimit", "*", span);
  }

  private Level iteration(int index, JsonNode last) {
    JsonNode given = index == 0 ? level.inputOf(node) : last;
    Around inside = level.around().iteration(node, index, names(index, last), given);
    Level body = level.body(node, inside);
    body.run();
    span = span.then(body.span());
    if (body.failures().isEmpty()) {
      level.trace().addAll(body.trace());
    } else {
      level.trace().addPossible(body.trace());
    }
    return body;
  }

  private Map<String, JsonNode> names(int index, JsonNode last) {
    Map<String, JsonNode> names = level.names();
    ObjectNode loop = JsonNodeFactory.instance.objectNode().put("index", index);
    names.put("loop", loop.set("last", last));
    return names;
  }

  private static JsonNode output(JsonNode last, int count, String reason) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    output.set("last", last);
    return output.put("count", count).put("reason", reason);
  }
}
