package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code States.Format}: puts values in the place of braces. */
final class FormatFunction {
  private FormatFunction() {}

  static JsonNode format(List<JsonNode> arguments) {
    if (arguments.isEmpty() || !arguments.getFirst().isString()) {
      throw new IllegalArgumentException("Format takes a template and its values");
    }
    String template = arguments.getFirst().stringValue();
    StringBuilder text = new StringBuilder();
    int next = 1;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '\\' && i + 1 < template.length()) {
        text.append(template.charAt(++i));
      } else if (template.startsWith("{}", i)) {
        text.append(show(argument(arguments, next++)));
        i++;
      } else {
        text.append(c);
      }
    }
    if (next != arguments.size()) {
      throw new IllegalArgumentException("Format has more values than places for them");
    }
    return Json.string(text.toString());
  }

  private static JsonNode argument(List<JsonNode> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException("Format has more places than values for them");
    }
    return arguments.get(index);
  }

  /** Containers look like Java's own. */
  private static String show(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    List<String> parts = new ArrayList<>();
    if (value.isObject()) {
      value.properties().forEach(f -> parts.add(f.getKey() + "=" + show(f.getValue())));
      return "{" + String.join(", ", parts) + "}";
    }
    if (value.isArray()) {
      value.forEach(item -> parts.add(show(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    return Json.text(value);
  }
}
