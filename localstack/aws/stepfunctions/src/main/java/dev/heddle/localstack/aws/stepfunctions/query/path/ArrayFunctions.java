package dev.heddle.localstack.aws.stepfunctions.query.path;

import static dev.heddle.localstack.aws.stepfunctions.query.path.IntrinsicArguments.array;
import static dev.heddle.localstack.aws.stepfunctions.query.path.IntrinsicArguments.at;
import static dev.heddle.localstack.aws.stepfunctions.query.path.IntrinsicArguments.whole;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.math.BigInteger;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;

/** The intrinsic functions on arrays. */
final class ArrayFunctions {
  private static final BigInteger RANGE = BigInteger.valueOf(1_000);

  private ArrayFunctions() {}

  static JsonNode of(List<JsonNode> arguments) {
    ArrayNode array = Json.array();
    arguments.forEach(array::add);
    return array;
  }

  static JsonNode partition(List<JsonNode> arguments) {
    ArrayNode items = array(arguments, 0, 2);
    long size = whole(arguments, 1, 2);
    if (size < 1) {
      throw new IllegalArgumentException("The size of a part must be at least 1");
    }
    ArrayNode parts = Json.array();
    ArrayNode part = Json.array();
    for (JsonNode item : items) {
      if (part.isEmpty()) {
        parts.add(part);
      }
      part.add(item);
      part = part.size() == size ? Json.array() : part;
    }
    return parts;
  }

  static JsonNode contains(List<JsonNode> arguments) {
    JsonNode wanted = at(arguments, 1, 2);
    for (JsonNode item : array(arguments, 0, 2)) {
      if (JsonValues.same(item, wanted)) {
        return BooleanNode.TRUE;
      }
    }
    return BooleanNode.FALSE;
  }

  static JsonNode range(List<JsonNode> arguments) {
    long first = whole(arguments, 0, 3);
    long last = whole(arguments, 1, 3);
    long step = whole(arguments, 2, 3);
    // Near the ends of long, sums that wrap would make a range without end.
    BigInteger distance = BigInteger.valueOf(last).subtract(BigInteger.valueOf(first));
    if (step == 0 || distance.divide(BigInteger.valueOf(step)).compareTo(RANGE) >= 0) {
      throw new IllegalArgumentException("A range steps by non-zero and has at most 1000 items");
    }
    ArrayNode range = Json.array();
    long steps =
        distance.signum() * Long.signum(step) < 0
            ? -1
            : distance.divide(BigInteger.valueOf(step)).longValue();
    for (long i = 0; i <= steps; i++) {
      range.add(JsonValues.number(first + i * step));
    }
    return range;
  }

  static JsonNode item(List<JsonNode> arguments) {
    ArrayNode items = array(arguments, 0, 2);
    long index = whole(arguments, 1, 2);
    if (index < 0 || index >= items.size()) {
      throw new IllegalArgumentException("The array has no item " + index);
    }
    return items.get((int) index);
  }

  static JsonNode length(List<JsonNode> arguments) {
    return IntNode.valueOf(array(arguments, 0, 1).size());
  }

  static JsonNode unique(List<JsonNode> arguments) {
    ArrayNode unique = Json.array();
    for (JsonNode item : array(arguments, 0, 1)) {
      boolean known = false;
      for (JsonNode kept : unique) {
        known |= JsonValues.same(kept, item);
      }
      if (!known) {
        unique.add(item);
      }
    }
    return unique;
  }
}
