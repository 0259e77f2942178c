package dev.heddle.localstack.host.status.chart;

import dev.heddle.localstack.host.status.chart.StateChart.Arrow;
import dev.heddle.localstack.host.status.chart.StateChart.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads an accepted definition into a chart. */
public final class ChartReader {
  private static final int LABEL = 26;

  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Arrow> arrows = new LinkedHashMap<>();

  private ChartReader() {}

  /** The chart of a whole machine, from its start to its end. */
  public static StateChart machine(JsonNode definition) {
    ChartReader reader = new ChartReader();
    reader.steps.add(new Step(StateChart.START, "", "Start", List.of()));
    reader.arrow(StateChart.START, definition.path("StartAt").asString(""), false, "");
    reader.states(definition);
    reader.steps.add(new Step(StateChart.END, "", "End", List.of()));
    for (var state : definition.path("States").properties()) {
      if (ends(state.getValue())) {
        reader.arrow(state.getKey(), StateChart.END, false, "");
      }
    }
    return reader.chart();
  }

  private static StateChart branch(JsonNode branch) {
    ChartReader reader = new ChartReader();
    reader.states(branch);
    return reader.chart();
  }

  private StateChart chart() {
    return new StateChart(List.copyOf(steps), List.copyOf(arrows.values()));
  }

  private static boolean ends(JsonNode state) {
    String type = state.path("Type").asString("");
    return state.path("End").asBoolean(false) || type.equals("Succeed") || type.equals("Fail");
  }

  /** The first state comes first, since the layout keeps the order where it can. */
  private void states(JsonNode branch) {
    String start = branch.path("StartAt").asString("");
    JsonNode states = branch.path("States");
    state(start, states.path(start));
    states.properties().stream()
        .filter(state -> !state.getKey().equals(start))
        .forEach(state -> state(state.getKey(), state.getValue()));
  }

  private void state(String name, JsonNode state) {
    String type = state.path("Type").asString("");
    steps.add(new Step(name, type, detail(type, state), inside(state)));
    if (state.has("Next")) {
      arrow(name, state.get("Next").stringValue(), false, "");
    }
    for (JsonNode rule : state.path("Choices")) {
      arrow(name, rule.path("Next").asString(""), false, condition(rule));
    }
    if (state.has("Default")) {
      arrow(name, state.get("Default").stringValue(), false, "otherwise");
    }
    for (JsonNode catcher : state.path("Catch")) {
      arrow(name, catcher.path("Next").asString(""), true, errors(catcher));
    }
  }

  private static List<StateChart> inside(JsonNode state) {
    List<StateChart> inside = new ArrayList<>();
    state.path("Branches").forEach(branch -> inside.add(branch(branch)));
    JsonNode processor = state.path(state.has("ItemProcessor") ? "ItemProcessor" : "Iterator");
    if (processor.isObject()) {
      inside.add(branch(processor));
    }
    return inside;
  }

  private void arrow(String from, String to, boolean caught, String label) {
    arrows.merge(
        from + "\0" + to + "\0" + caught,
        new Arrow(from, to, caught, shortened(label)),
        (one, other) -> new Arrow(from, to, caught, shortened(both(one.label(), other.label()))));
  }

  private static String both(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other;
  }

  private static String condition(JsonNode rule) {
    JsonNode condition = rule.path("Condition");
    if (!condition.isMissingNode()) {
      return condition.asString("").replaceAll("^\\{%\\s*|\\s*%}$", "");
    }
    return rule.path("Variable").asString("rule").replaceFirst("^\\$\\.", "");
  }

  private static String errors(JsonNode catcher) {
    List<String> names = new ArrayList<>();
    catcher.path("ErrorEquals").forEach(name -> names.add(name.asString("")));
    return names.contains("States.ALL") ? "any error" : String.join(", ", names);
  }

  private static String detail(String type, JsonNode state) {
    return switch (type) {
      case "Task" -> "Task · " + resource(state.path("Resource").asString(""));
      case "Wait" -> state.has("Seconds") ? "Wait · " + seconds(state.get("Seconds")) : "Wait";
      case "Fail" -> "Fail · " + state.path("Error").asString("no error");
      case "Map" -> distributed(state) ? "Map, each item a separate execution" : "Map";
      default -> type;
    };
  }

  private static String seconds(JsonNode seconds) {
    return seconds.isNumber() ? seconds.asString("") + " s" : "computed";
  }

  private static boolean distributed(JsonNode state) {
    return state.at("/ItemProcessor/ProcessorConfig/Mode").asString("").equals("DISTRIBUTED");
  }

  private static String resource(String arn) {
    return arn.startsWith("arn:aws:states:::")
        ? arn.substring("arn:aws:states:::".length())
        : arn.substring(arn.lastIndexOf(':') + 1);
  }

  static String shortened(String text) {
    return text.length() <= LABEL ? text : text.substring(0, LABEL - 1) + "…";
  }
}
