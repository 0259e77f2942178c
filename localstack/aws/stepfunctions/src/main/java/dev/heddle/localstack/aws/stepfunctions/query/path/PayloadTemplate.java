package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.RefusedExpression;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
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
sealed interface PayloadTemplate extends Template {

  /** An object with something computed inside. */
  record Fields(Map<String, Template> fields) implements PayloadTemplate {
    @Override
    public JsonNode evaluate(Data data) {
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
  record Items(List<Template> items) implements PayloadTemplate {
    @Override
    public JsonNode evaluate(Data data) {
      ArrayNode array = Json.array();
      items.forEach(item -> array.add(item.evaluate(data)));
      return array;
    }

    @Override
    public Set<String> references() {
      return union(items.stream());
    }
  }

  private static Set<String> union(Stream<Template> parts) {
    return parts.flatMap(part -> part.references().stream()).collect(Collectors.toSet());
  }

  static Template read(JsonNode value, String location) throws RefusedExpression {
    if (value.isObject()) {
      Map<String, Template> fields = fields(value, location);
      boolean known = fields.values().stream().allMatch(Literal.class::isInstance);
      return known ? new Literal(value) : new Fields(fields);
    }
    return value.isArray() ? items(value, location) : new Literal(value);
  }

  static Map<String, Template> fields(JsonNode object, String location) throws RefusedExpression {
    Map<String, Template> fields = new LinkedHashMap<>();
    for (var field : object.properties()) {
      String name = field.getKey();
      String at = location + "/" + name;
      if (name.endsWith(".$")) {
        Template computed = computed(field.getValue(), name, at);
        fields.put(name.substring(0, name.length() - 2), computed);
      } else {
        fields.put(name, read(field.getValue(), at));
      }
    }
    return fields;
  }

  private static Template items(JsonNode array, String location) throws RefusedExpression {
    List<Template> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(read(array.get(i), location + "[" + i + "]"));
    }
    boolean known = items.stream().allMatch(Literal.class::isInstance);
    return known ? new Literal(array) : new Items(items);
  }

  private static Template computed(JsonNode value, String name, String at)
      throws RefusedExpression {
    if (!value.isString()) {
      throw new RefusedExpression(
          at, "The value for the field '" + name + "' must be a STRING that contains a JSONPath");
    }
    String text = value.stringValue();
    try {
      return text.startsWith("States.")
          ? Intrinsics.read(text, name)
          : new PathTemplate(Path.of(text), Blames.template(name));
    } catch (IllegalArgumentException e) {
      throw new RefusedExpression(
          at,
          "The value for the field '"
              + name
              + "' must be a valid JSONPath or a valid intrinsic function call");
    }
  }
}
