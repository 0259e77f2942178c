package dev.heddle.localstack.aws.stepfunctions.conformance;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A part of what is wanted of a JSON value: what it does not name may be anything. */
public final class JsonPattern {
  private JsonPattern() {}

  /** Whether all that is wanted is there; null means that there must be nothing. */
  public static boolean matches(JsonNode wanted, JsonNode given) {
    JsonNode value = given.isString() && !wanted.isString() ? parsed(given) : given;
    return switch (wanted.getNodeType()) {
      case OBJECT ->
          wanted.properties().stream()
              .allMatch(
                  field ->
                      field.getValue().isNull()
                          ? !value.has(field.getKey())
                          : value.has(field.getKey())
                              && matches(field.getValue(), value.get(field.getKey())));
      case ARRAY ->
          value.isArray()
              && value.size() == wanted.size()
              && IntStream.range(0, wanted.size())
                  .allMatch(i -> matches(wanted.get(i), value.get(i)));
      case NUMBER -> value.isNumber() && value.doubleValue() == wanted.doubleValue();
      case STRING -> text(wanted.stringValue(), value);
      case BINARY, BOOLEAN, MISSING, NULL, POJO -> wanted.equals(value);
    };
  }

  /** Dots at the end stand for anything more. */
  private static boolean text(String wanted, JsonNode value) {
    return value.isString()
        && (wanted.endsWith("...")
            ? value.stringValue().startsWith(wanted.substring(0, wanted.length() - 3))
            : wanted.equals(value.stringValue()));
  }

  private static JsonNode parsed(JsonNode text) {
    try {
      return Json.parse(text.stringValue());
    } catch (JacksonException e) {
      return text;
    }
  }
}
