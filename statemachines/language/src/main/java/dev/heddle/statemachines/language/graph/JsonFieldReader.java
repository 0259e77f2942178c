package dev.heddle.statemachines.language.graph;

import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.report.SpellingHints;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON object field by field; what was not asked for is unknown. */
final class JsonFieldReader {
  private final ObjectNode object;
  private final SourceLocation place;
  private final Diagnostics problems;
  private final Set<String> known = new LinkedHashSet<>();

  private JsonFieldReader(ObjectNode object, SourceLocation place, Diagnostics problems) {
    this.object = object;
    this.place = place;
    this.problems = problems;
  }

  /** A reader of the value, or of an empty object if it is something else. */
  static JsonFieldReader of(JsonNode value, SourceLocation place, Diagnostics problems) {
    if (value instanceof ObjectNode object) {
      return new JsonFieldReader(object, place, problems);
    }
    problems.error("wrong-type", place, "Expected an object, not " + kind(value), "");
    return new JsonFieldReader(JsonNodeFactory.instance.objectNode(), place, problems);
  }

  SourceLocation place() {
    return place;
  }

  Diagnostics problems() {
    return problems;
  }

  /** The value of a field; null when it is absent or JSON null. */
  @Nullable JsonNode value(String name) {
    JsonNode value = raw(name);
    return value == null || value.isNull() ? null : value;
  }

  /** The value of a field, JSON null included; null when it is absent. */
  @Nullable JsonNode raw(String name) {
    known.add(name);
    return object.get(name);
  }

  /** A text; empty when it is absent or something else, which is reported. */
  String text(String name) {
    String text = optionalText(name);
    if (text == null && value(name) == null) {
      problems.error(
          "missing-field", place.field(name), "The field \"" + name + "\" is missing", "");
    }
    return text == null ? "" : text;
  }

  /** A text that may be absent. */
  @Nullable String optionalText(String name) {
    JsonNode value = value(name);
    if (value == null || value.isString()) {
      return value == null ? null : value.stringValue();
    }
    wrong(name, "text", value);
    return null;
  }

  /** A whole number within bounds that may be absent. */
  @Nullable Integer optionalWhole(String name, int min, int max) {
    Double number = optionalNumber(name, min, max);
    if (number != null && number != Math.rint(number)) {
      problems.error("wrong-type", place.field(name), "Expected a whole number, not " + number, "");
      return null;
    }
    return number == null ? null : number.intValue();
  }

  /** A number within bounds that may be absent. */
  @Nullable Double optionalNumber(String name, double min, double max) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      wrong(name, "a number", value);
      return null;
    }
    double number = value.asDouble(Double.POSITIVE_INFINITY);
    if (number < min || number > max) {
      String bounds = "between " + (long) min + " and " + (long) max;
      problems.error("out-of-bounds", place.field(name), "\"" + name + "\" must be " + bounds, "");
      return null;
    }
    return number;
  }

  /** A flag; false when absent. */
  boolean flag(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isBoolean()) {
      wrong(name, "true or false", value);
    }
    return value != null && value.isBoolean() && value.booleanValue();
  }

  /** One of some words; the first when absent. */
  String word(String name, List<String> words) {
    String word = optionalText(name);
    if (word == null || words.contains(word)) {
      return word == null ? words.getFirst() : word;
    }
    problems.error(
        "unknown-word",
        place.field(name),
        "\"" + word + "\" isn't a valid value for \"" + name + "\"",
        SpellingHints.hint(word, words));
    return words.getFirst();
  }

  /** The items of a list, none when it is absent; too many are reported and cut. */
  List<JsonNode> list(String name, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      wrong(name, "a list", value);
      return List.of();
    }
    if (value.size() > most) {
      String message = "\"" + name + "\" has " + value.size() + " items; the limit is " + most;
      problems.error("too-many", place.field(name), message, "");
    }
    return new ArrayList<>(value.valueStream().limit(most).toList());
  }

  /** Reports the fields that nobody asked for. */
  void finish() {
    for (String name : object.propertyNames()) {
      if (!known.contains(name) && !problems.isFull()) {
        problems.error(
            "unknown-field",
            place.field(name),
            "Unknown field \"" + name + "\"",
            SpellingHints.hint(name, known));
      }
    }
  }

  private void wrong(String name, String expected, JsonNode value) {
    problems.error(
        "wrong-type", place.field(name), "Expected " + expected + ", not " + kind(value), "");
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case NULL -> "null";
      case MISSING, BINARY, POJO -> "an unknown value";
    };
  }
}
