package dev.heddle.statemachines.compiler.meaning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body of a for-each, once for each item. */
final class Each {
  private final Level level;
  private final String node;
  private final JsonNode config;
  private final ArrayNode outputs = JsonNodeFactory.instance.arrayNode();
  private final Set<Done.Failure> failures = new LinkedHashSet<>();
  private int failed;
  private Span span = Span.NONE;

  Each(Level level, String node, JsonNode config) {
    this.level = level;
    this.node = node;
    this.config = config;
  }

  Done done() {
    List<JsonNode> items;
    try {
      items = new Formula(level.names()).items(config.path("items"));
    } catch (Formula.Thrown e) {
      return new Done.Failed("States.QueryEvaluationError", "*", Span.NONE);
    }
    Trace trace = new Trace();
    for (int i = 0; i < items.size(); i++) {
      item(i, items.get(i), trace);
    }
    double bound = config.path("tolerated").doubleValue(100) * items.size() / 100;
    if (onItemError().equals("stop") && failed > 0) {
      level.trace().addPossible(trace);
      return isApart()
          ? new Done.Failed("States.ExceedToleratedFailureThreshold", "*", span.orLess())
          : new Done.Failed(failures, span.orLess());
    }
    if (failed > bound) {
      level.trace().addPossible(trace);
      String error = "Heddle.TooManyFailures";
      return new Done.Failed(error, "*", span.orLess());
    }
    level.trace().addAll(trace);
    return new Done.Left("main", outputs, span);
  }

  /** Whether its items are executions of their own. */
  private boolean isApart() {
    return config.has("batch") || config.path("atOnce").intValue(40) > 40;
  }

  private String onItemError() {
    return config.path("onItemError").stringValue("stop");
  }

  private void item(int index, JsonNode item, Trace trace) {
    Map<String, JsonNode> names = level.names();
    names.put("item", item);
    names.put("index", JsonNodeFactory.instance.numberNode(index));
    Level body = level.body(node, level.around().iteration(node, index, names, item));
    body.run();
    span = span.beside(body.span());
    if (body.failures().isEmpty()) {
      outputs.add(body.output());
      trace.addAll(body.trace());
    } else {
      failed++;
      failures.addAll(body.failures());
      trace.addPossible(body.trace());
      if (onItemError().equals("keep")) {
        outputs.add(Level.error(node, new Done.Failed(body.failures(), Span.NONE)));
      }
    }
  }
}
