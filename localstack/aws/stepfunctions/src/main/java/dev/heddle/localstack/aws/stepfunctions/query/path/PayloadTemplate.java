package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.InvalidExpression;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON value in which fields named {@code x.$} hold paths or intrinsic functions. */
sealed interface PayloadTemplate extends ValueTemplate {

  /** An object with something computed inside. */
  record Fields(Map<String, ValueTemplate> fields) implements PayloadTemplate {
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

  /** An array with something computed inside. */
  record Items(List<ValueTemplate> items) implements PayloadTemplate {
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

  static ValueTemplate read(JsonNode value, String location) throws InvalidExpression {
    if (value.isObject()) {
      Map<String, ValueTemplate> fields = fields(value, location);
      boolean known = fields.values().stream().allMatch(Literal.class::isInstance);
      return known ? new Literal(value) : new Fields(fields);
    }
    return value.isArray() ? items(value, location) : new Literal(value);
  }

  static Map<String, ValueTemplate> fields(JsonNode object, String location)
      throws InvalidExpression {
    Map<String, ValueTemplate> fields = new LinkedHashMap<>();
    for (var field : object.properties()) {
      String name = field.getKey();
      String at = location + "/" + name;
      if (name.endsWith(".$")) {
        ValueTemplate computed = computed(field.getValue(), name, at);
        fields.put(name.substring(0, name.length() - 2), computed);
      } else {
        fields.put(name, read(field.getValue(), at));
      }
    }
    return fields;
  }

  private static ValueTemplate items(JsonNode array, String location) throws InvalidExpression {
    List<ValueTemplate> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(read(array.get(i), location + "[" + i + "]"));
    }
    boolean known = items.stream().allMatch(Literal.class::isInstance);
    return known ? new Literal(array) : new Items(items);
  }

  private static ValueTemplate computed(JsonNode value, String name, String at)
      throws InvalidExpression {
    if (!value.isString()) {
      throw new InvalidExpression(
          at, "The value for the field '" + name + "' must be a STRING that contains a JSONPath");
    }
    String text = value.stringValue();
    try {
      return text.startsWith("States.")
          ? IntrinsicParser.read(text, name)
          : new JsonPathTemplate(JsonPathExpression.of(text), PathFailures.template(name));
    } catch (IllegalArgumentException e) {
      throw new InvalidExpression(
          at,
          "The value for the field '"
              + name
              + "' must be a valid JSONPath or a valid intrinsic function call");
    }
  }
}
