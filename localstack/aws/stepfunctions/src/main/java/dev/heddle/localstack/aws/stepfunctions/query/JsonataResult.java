package dev.heddle.localstack.aws.stepfunctions.query;

import com.dashjoin.jsonata.Jsonata;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What JSONata computed, as a JSON value of bounded size. */
final class JsonataResult {
  private static final int BUDGET = 4_000_000;
  private static final int DEPTH = 200;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private int budget = BUDGET;

  private JsonataResult() {}

  /** A result that JSON cannot hold, such as a function. */
  static final class UnsupportedResult extends RuntimeException {
    UnsupportedResult() {
      super("unsupported", null, false, false);
    }
  }

  static JsonNode of(Object value) {
    return new JsonataResult().convert(value, 0);
  }

  private JsonNode convert(@Nullable Object value, int depth) {
    spend(1);
    if (depth > DEPTH) {
      throw new EvaluationLimits.LimitExceeded("The result is nested deeper than " + DEPTH);
    }
    return switch (value) {
      case null -> Json.nothing();
      case String text -> string(text);
      case Boolean truth -> NODES.booleanNode(truth);
      case Number number -> number(number);
      case Map<?, ?> fields -> object(fields, depth);
      case List<?> items -> array(items, depth);
      default -> other(value);
    };
  }

  private static JsonNode other(Object value) {
    if (value == Jsonata.NULL_VALUE) {
      return Json.nothing();
    }
    throw new UnsupportedResult();
  }

  private JsonNode string(String text) {
    spend(text.length());
    return NODES.stringNode(text);
  }

  private static JsonNode number(Number number) {
    return switch (number) {
      case Integer i -> NODES.numberNode(i.intValue());
      case Long l -> whole(l);
      case BigInteger big -> NODES.numberNode(big);
      case BigDecimal big -> real(big.doubleValue());
      default -> real(number.doubleValue());
    };
  }

  private static JsonNode real(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return whole((long) value);
    }
    return NODES.numberNode(value);
  }

  private static JsonNode whole(long value) {
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }

  private JsonNode object(Map<?, ?> fields, int depth) {
    ObjectNode object = Json.object();
    fields.forEach(
        (name, value) -> {
          if (value != null) {
            spend(name.toString().length());
            object.set(name.toString(), convert(value, depth + 1));
          }
        });
    return object;
  }

  private JsonNode array(List<?> items, int depth) {
    ArrayNode array = Json.array();
    for (Object item : items) {
      array.add(convert(item, depth + 1));
    }
    return array;
  }

  private void spend(int size) {
    budget -= size;
    if (budget < 0) {
      throw new EvaluationLimits.LimitExceeded(
          "The result is larger than " + BUDGET + " characters");
    }
  }
}
