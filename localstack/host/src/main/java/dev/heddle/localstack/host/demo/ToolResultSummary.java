package dev.heddle.localstack.host.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Tells in words what a tool gave: of a text its gist, of data each value with its name. */
final class ToolResultSummary {
  private static final int MOST_VALUES = 20;
  private static final int SENTENCES = 2;

  private final List<String> values = new ArrayList<>();

  private ToolResultSummary() {}

  /** All results, a line each. */
  static String of(List<String> results) {
    return results.stream().map(ToolResultSummary::of).collect(Collectors.joining("\n"));
  }

  private static String of(String result) {
    try {
      return data(DemoSchemas.JSON.readTree(result));
    } catch (JacksonException e) {
      return words(result);
    }
  }

  private static String words(String result) {
    AnalyzedText text = AnalyzedText.of(result);
    return text.sentences().isEmpty() ? result : TextSummary.of(text, SENTENCES);
  }

  private static String data(JsonNode result) {
    if (result.isString()) {
      return words(result.stringValue());
    }
    ToolResultSummary report = new ToolResultSummary();
    report.add("result", result);
    return String.join(", ", report.values) + ".";
  }

  private void add(String name, JsonNode value) {
    if (values.size() >= MOST_VALUES) {
      return;
    }
    if (value.isObject()) {
      value.properties().forEach(entry -> add(entry.getKey(), entry.getValue()));
    } else if (value.isArray()) {
      value.forEach(item -> add(name, item));
    } else {
      values.add(String.join(" ", WordStems.ofName(name)) + ": " + value.asString());
    }
  }
}
