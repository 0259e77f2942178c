package dev.heddle.localstack.aws.stepfunctions.query;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON value in which strings of the form <code>{% … %}</code> are JSONata expressions. */
sealed interface JsonataTemplate extends ValueTemplate {

  /** One expression of a field. */
  record SingleExpression(JsonataExpression expression, String location, ExpectedType expected)
      implements JsonataTemplate {
    @Override
    public JsonNode evaluate(EvaluationContext data) {
      JsonNode value = expression.evaluate(data, location);
      if (!expected.accepts(value)) {
        throw expression.unexpected(location, expected, value);
      }
      return value;
    }

    @Override
    public Set<String> references() {
      return expression.references();
    }
  }

  /** An object with at least one expression inside. */
  record Fields(Map<String, ValueTemplate> fields) implements JsonataTemplate {
    @Override
    public JsonNode evaluate(EvaluationContext data) {
      ObjectNode object = Json.object();
      fields.forEach((name, value) -> object.set(name, value.evaluate(data)));
      return object;
    }

    @Override
    public Set<String> references() {
      return union(fields.values().stream());
    }
  }

  /** An array with at least one expression inside. */
  record Items(List<ValueTemplate> items) implements JsonataTemplate {
    @Override
    public JsonNode evaluate(EvaluationContext data) {
      ArrayNode array = Json.array();
      items.forEach(item -> array.add(item.evaluate(data)));
      return array;
    }

    @Override
    public Set<String> references() {
      return union(items.stream());
    }
  }

  private static Set<String> union(Stream<ValueTemplate> parts) {
    return parts.flatMap(part -> part.references().stream()).collect(Collectors.toSet());
  }

  /** Whether a value is an expression. */
  static boolean isExpression(@Nullable JsonNode value) {
    return value != null
        && value.isString()
        && value.stringValue().length() >= 4
        && value.stringValue().startsWith("{%")
        && value.stringValue().endsWith("%}");
  }

  /** Reads a field's value; the location is a slash path such as {@code Arguments/Payload}. */
  static ValueTemplate read(JsonNode value, String location, ExpectedType expected)
      throws InvalidExpression {
    if (isExpression(value)) {
      return computed(value.stringValue(), location, expected);
    }
    if (value.isObject()) {
      return fields(value, location);
    }
    return value.isArray() ? items(value, location) : new Literal(value);
  }

  private static ValueTemplate computed(String text, String location, ExpectedType expected)
      throws InvalidExpression {
    try {
      String inner = text.substring(2, text.length() - 2).strip();
      return new SingleExpression(JsonataExpression.compile(inner), location, expected);
    } catch (JsonataExpression.CompileFailure e) {
      throw new InvalidExpression(location, String.valueOf(e.getMessage()));
    }
  }

  private static ValueTemplate fields(JsonNode object, String location) throws InvalidExpression {
    Map<String, ValueTemplate> fields = new LinkedHashMap<>();
    for (var field : object.properties()) {
      String inner = location + "/" + field.getKey();
      fields.put(field.getKey(), read(field.getValue(), inner, ExpectedType.ANY));
    }
    return known(fields.values().stream()) ? new Literal(object) : new Fields(fields);
  }

  private static ValueTemplate items(JsonNode array, String location) throws InvalidExpression {
    List<ValueTemplate> items = new java.util.ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(read(array.get(i), location + "/" + i, ExpectedType.ANY));
    }
    return known(items.stream()) ? new Literal(array) : new Items(items);
  }

  private static boolean known(Stream<ValueTemplate> parts) {
    return parts.allMatch(Literal.class::isInstance);
  }
}
