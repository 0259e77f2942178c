package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads event patterns. */
final class EventPatternParser {
  private static final int LENGTH = 4_096;
  private static final int DEPTH = 50;
  private static final String EITHER = "$or";

  private EventPatternParser() {}

  static EventPattern parse(String json) {
    if (json.length() > LENGTH) {
      throw invalid("An event pattern has at most " + LENGTH + " characters");
    }
    try {
      return object(JsonProtocol.JSON.readTree(json), 0);
    } catch (JacksonException e) {
      throw invalid("It is not JSON");
    }
  }

  static AwsFault invalid(String why) {
    return new AwsFault(
        "InvalidEventPatternException", "Event pattern is not valid. Reason: " + why);
  }

  private static EventPattern object(JsonNode node, int depth) {
    if (!(node instanceof ObjectNode object) || object.isEmpty() || depth > DEPTH) {
      throw invalid("Empty objects are not allowed, and fields are objects or lists");
    }
    Map<String, EventPattern> fields = new LinkedHashMap<>();
    List<EventPattern> all = new ArrayList<>();
    object
        .properties()
        .forEach(
            field -> {
              if (field.getKey().equals(EITHER)) {
                all.add(either(field.getValue(), depth));
              } else {
                fields.put(field.getKey(), field(field.getValue(), depth));
              }
            });
    all.add(new EventPattern.Fields(fields));
    return all.size() == 1 ? all.getFirst() : new EventPattern.All(all);
  }

  private static EventPattern field(JsonNode value, int depth) {
    return value instanceof ArrayNode tests
        ? new EventPattern.Leaf(tests(tests))
        : object(value, depth + 1);
  }

  private static EventPattern either(JsonNode value, int depth) {
    if (!(value instanceof ArrayNode alternatives) || alternatives.isEmpty()) {
      throw invalid("$or is a list of patterns");
    }
    return new EventPattern.Either(
        alternatives.valueStream().map(node -> object(node, depth + 1)).toList());
  }

  private static List<ValueTest> tests(ArrayNode tests) {
    if (tests.isEmpty()) {
      throw invalid("Empty arrays are not allowed");
    }
    return tests.valueStream().map(EventPatternParser::test).toList();
  }

  private static ValueTest test(JsonNode node) {
    if (node instanceof ObjectNode object && object.size() == 1) {
      var operator = object.properties().iterator().next();
      return operator(operator.getKey(), operator.getValue());
    }
    if (node.isContainer()) {
      throw invalid("A test is a value or an object with one operator");
    }
    return new ValueTest.Equal(node);
  }

  private static ValueTest operator(String name, JsonNode value) {
    return switch (name) {
      case "exists" -> new ValueTest.Exists(flag(value));
      case "prefix" ->
          value.isObject()
              ? ValueTest.Text.prefixIgnoringCase(text(value.path("equals-ignore-case")))
              : ValueTest.Text.prefix(text(value));
      case "suffix" ->
          value.isObject()
              ? ValueTest.Text.suffixIgnoringCase(text(value.path("equals-ignore-case")))
              : ValueTest.Text.suffix(text(value));
      case "equals-ignore-case" -> ValueTest.Text.ignoringCase(text(value));
      case "wildcard" -> ValueTest.Text.wildcard(WildcardPattern.parse(text(value)));
      case "cidr" -> ValueTest.Text.cidr(CidrMatcher.parse(text(value)));
      case "numeric" -> numeric(value);
      case "anything-but" -> new ValueTest.None(excluded(value));
      default -> throw invalid("Unrecognized match type " + name);
    };
  }

  /** A value, a list of values, or one operator with one text or a list of them. */
  private static List<ValueTest> excluded(JsonNode value) {
    if (value instanceof ArrayNode list) {
      return tests(list);
    }
    if (value instanceof ObjectNode object && object.size() == 1) {
      var operator = object.properties().iterator().next();
      return operator.getValue() instanceof ArrayNode list
          ? list.valueStream().map(each -> operator(operator.getKey(), each)).toList()
          : List.of(operator(operator.getKey(), operator.getValue()));
    }
    return List.of(test(value));
  }

  private static ValueTest numeric(JsonNode value) {
    if (!(value instanceof ArrayNode list)
        || list.isEmpty()
        || list.size() > 4
        || list.size() % 2 != 0) {
      throw invalid("numeric is a list of operators and numbers");
    }
    List<NumericComparison> comparisons = new ArrayList<>();
    for (int i = 0; i < list.size(); i += 2) {
      if (!list.get(i + 1).isNumber()) {
        throw invalid("Value of " + list.get(i) + " must be numeric");
      }
      comparisons.add(new NumericComparison(text(list.get(i)), list.get(i + 1).decimalValue()));
    }
    return new ValueTest.Numeric(comparisons);
  }

  private static String text(JsonNode value) {
    if (!value.isString()) {
      throw invalid("A match type expects a string");
    }
    return value.asString();
  }

  private static boolean flag(JsonNode value) {
    if (!value.isBoolean()) {
      throw invalid("exists is true or false");
    }
    return value.asBoolean();
  }
}
