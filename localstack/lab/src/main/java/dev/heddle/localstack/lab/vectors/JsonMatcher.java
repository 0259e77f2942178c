package dev.heddle.localstack.lab.vectors;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Compares what was recorded with what was computed.
 *
 * @param placeholders texts that stand for what differs from run to run
 * @param lenient fields that may be there although they were not recorded
 */
record JsonMatcher(List<String> placeholders, Set<String> lenient) {

  static JsonMatcher of(JsonNode vector) {
    List<String> placeholders = new ArrayList<>();
    vector.path("placeholders").forEach(p -> placeholders.add(p.stringValue()));
    placeholders.sort(Comparator.comparingInt(String::length).reversed());
    Set<String> lenient = new HashSet<>();
    vector.path("lenient").forEach(l -> lenient.add(l.stringValue()));
    return new JsonMatcher(placeholders, lenient);
  }

  boolean matches(@Nullable JsonNode expected, @Nullable JsonNode actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    return switch (expected.getNodeType()) {
      case OBJECT -> object(expected, actual);
      case ARRAY -> array(expected, actual);
      case STRING -> string(expected.stringValue(), actual);
      case NUMBER ->
          actual.isNumber() && expected.decimalValue().compareTo(actual.decimalValue()) == 0;
      case BINARY, BOOLEAN, MISSING, NULL, POJO -> expected.equals(actual);
    };
  }

  private boolean object(JsonNode expected, JsonNode actual) {
    JsonNode value = actual.isString() ? parsed(actual.stringValue()) : actual;
    if (value == null || !value.isObject()) {
      return false;
    }
    for (String name : value.propertyNames()) {
      if (!expected.has(name) && !lenient.contains(name)) {
        return false;
      }
    }
    return expected.properties().stream()
        .allMatch(f -> matches(f.getValue(), value.get(f.getKey())));
  }

  private boolean array(JsonNode expected, JsonNode actual) {
    if (!actual.isArray() || expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!matches(expected.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean string(String expected, JsonNode actual) {
    if (placeholders.contains(expected)) {
      return !actual.isNull();
    }
    if (!actual.isString()) {
      return false;
    }
    String text = actual.stringValue();
    if (expected.equals(text)) {
      return true;
    }
    if (expected.startsWith("{") && text.startsWith("{")) {
      JsonNode left = parsed(expected);
      JsonNode right = parsed(text);
      if (left != null && right != null) {
        return matches(left, right);
      }
    }
    return placeholders.stream().anyMatch(expected::contains) && pattern(expected, text);
  }

  private boolean pattern(String expected, String text) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < expected.length()) {
      String placeholder = placeholderAt(expected, at);
      if (placeholder == null) {
        regex.append(Pattern.quote(expected.substring(at, at + 1)));
        at++;
      } else {
        regex.append(".+");
        at += placeholder.length();
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }

  private @Nullable String placeholderAt(String text, int at) {
    return placeholders.stream().filter(p -> text.startsWith(p, at)).findFirst().orElse(null);
  }

  private static @Nullable JsonNode parsed(String text) {
    try {
      return Json.parse(text);
    } catch (JacksonException e) {
      return null;
    }
  }
}
