package dev.heddle.statemachines.compiler.meaning;

import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Evaluates config values by names that all have a value, null at least. */
final class Formula {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern HOLE = Pattern.compile("\\{\\{(.*?)}}");
  private final Map<String, JsonNode> names;

  Formula(Map<String, JsonNode> names) {
    this.names = names;
  }

  /** An expression threw. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Thrown(Throwable cause) {
      super(cause);
    }
  }

  JsonNode value(JsonNode json) {
    if (json.isString()) {
      return text(json.stringValue());
    }
    if (json.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      json.forEach(item -> array.add(value(item)));
      return array;
    }
    if (json.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      json.properties().forEach(field -> object.set(field.getKey(), value(field.getValue())));
      return object;
    }
    return json;
  }

  private JsonNode text(String text) {
    if (text.startsWith("{%") && text.endsWith("%}")) {
      return evaluate(text.substring(2, text.length() - 2)).orElse(JSON.nullNode());
    }
    Matcher hole = HOLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (hole.find()) {
      filled.append(text, at, hole.start()).append(shown(hole.group(1)));
      at = hole.end();
    }
    return JsonNodeFactory.instance.stringNode(filled.append(text.substring(at)).toString());
  }

  private String shown(String code) {
    return evaluate("($x := (" + code + "); $x = null ? '' : $string($x))")
        .map(JsonNode::stringValue)
        .orElse("");
  }

  boolean condition(JsonNode json) {
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    String code = json.stringValue().substring(2, json.stringValue().length() - 2);
    return evaluate("$boolean((" + code + "))").map(JsonNode::booleanValue).orElse(false);
  }

  /** A list as it is, nothing for null, and one item for anything else. */
  List<JsonNode> items(JsonNode json) {
    JsonNode value = value(json);
    if (value.isArray()) {
      return value.valueStream().toList();
    }
    return value.isNull() ? List.of() : List.of(value);
  }

  private Optional<JsonNode> evaluate(String code) {
    try {
      Jsonata jsonata = Jsonata.jsonata("{\"r\": (" + code + ")}");
      jsonata.setValidateInput(false);
      jsonata.setOutputConvertNulls(false);
      Jsonata.Frame frame = jsonata.createFrame();
      names.forEach((name, value) -> frame.bind(name, java(value)));
      Map<?, ?> result = (Map<?, ?>) jsonata.evaluate(null, frame);
      return result.containsKey("r") ? Optional.of(json(result.get("r"))) : Optional.empty();
    } catch (RuntimeException e) {
      // The evaluator is foreign code: whatever it throws is the expression's error.
      throw new Thrown(e);
    }
  }

  private static Object java(JsonNode json) {
    if (json.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      json.properties().forEach(field -> map.put(field.getKey(), java(field.getValue())));
      return map;
    }
    if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      json.forEach(item -> list.add(java(item)));
      return list;
    }
    return json.isNull() ? Jsonata.NULL_VALUE : JSON.convertValue(json, Object.class);
  }

  private static JsonNode json(Object value) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      return JSON.nullNode();
    }
    if (value instanceof Map<?, ?> map) {
      var object = JsonNodeFactory.instance.objectNode();
      map.forEach((key, field) -> object.set((String) key, json(field)));
      return object;
    }
    if (value instanceof List<?> list) {
      var array = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> array.add(json(item)));
      return array;
    }
    return JSON.valueToTree(value);
  }
}
