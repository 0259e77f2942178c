package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One object of a definition being read: typed fields, and problems that know where they are. */
record DefinitionObject(ObjectNode node, String at, List<DefinitionProblem> problems) {

  DefinitionObject inner(JsonNode value, String path) {
    return new DefinitionObject(
        value instanceof ObjectNode o ? o : Json.object(), at + "/" + path, problems);
  }

  boolean has(String field) {
    return node.has(field);
  }

  @Nullable JsonNode get(String field) {
    return node.get(field);
  }

  void problem(String code, String message, String field) {
    problems.add(new DefinitionProblem(code, message, where(field)));
  }

  void problem(String message, String field) {
    problem(DefinitionProblem.SCHEMA, message, field);
  }

  private String where(String field) {
    String path = field.isEmpty() ? at : at + "/" + field;
    return path.isEmpty() ? "/" : path;
  }

  void require(String... fields) {
    Set<String> missing = new TreeSet<>();
    for (String field : fields) {
      if (!node.has(field)) {
        missing.add(field);
      }
    }
    if (!missing.isEmpty()) {
      problem("These fields are required: " + missing, "");
    }
  }

  void refuseUnknown(Set<String> known) {
    for (String field : node.propertyNames()) {
      if (!known.contains(field)) {
        problem("Field '" + field + "' is not supported", "");
      }
    }
  }

  @Nullable String string(String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isString()) {
      return value == null ? null : value.stringValue();
    }
    problem("Expected value of type String", field);
    return null;
  }

  boolean flag(String field) {
    JsonNode value = node.get(field);
    if (value != null && !value.isBoolean()) {
      problem("Expected value of type Boolean", field);
    }
    return value != null && value.asBoolean(false);
  }

  double number(String field, double otherwise, double least) {
    JsonNode value = node.get(field);
    if (value == null) {
      return otherwise;
    }
    if (!value.isNumber() || value.doubleValue() < least) {
      problem("Expected a number of at least " + trim(least), field);
      return otherwise;
    }
    return value.doubleValue();
  }

  private static String trim(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  List<JsonNode> array(String field) {
    JsonNode value = node.get(field);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      problem("Expected value of type Array", field);
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>(value.size());
    value.forEach(items::add);
    return items;
  }

  List<String> strings(String field) {
    List<String> strings = new ArrayList<>();
    for (JsonNode item : array(field)) {
      if (item.isString()) {
        strings.add(item.stringValue());
      } else {
        problem("Expected value of type String", field);
      }
    }
    return strings;
  }
}
