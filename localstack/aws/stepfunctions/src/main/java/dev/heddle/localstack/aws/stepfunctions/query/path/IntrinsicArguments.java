package dev.heddle.localstack.aws.stepfunctions.query.path;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The arguments of an intrinsic function by type. */
final class IntrinsicArguments {
  private IntrinsicArguments() {}

  static JsonNode at(List<JsonNode> arguments, int index, int count) {
    if (arguments.size() != count) {
      throw new IllegalArgumentException(
          "The function takes " + count + " arguments, not " + arguments.size());
    }
    return arguments.get(index);
  }

  static ArrayNode array(List<JsonNode> arguments, int index, int count) {
    if (at(arguments, index, count) instanceof ArrayNode array) {
      return array;
    }
    throw wrong(arguments, index, "an array");
  }

  static String text(List<JsonNode> arguments, int index, int count) {
    JsonNode value = at(arguments, index, count);
    if (!value.isString()) {
      throw wrong(arguments, index, "a string");
    }
    return value.stringValue();
  }

  /** A number, rounded half up. */
  static long whole(List<JsonNode> arguments, int index, int count) {
    JsonNode value = at(arguments, index, count);
    if (!value.isNumber() || value.isIntegralNumber() && !value.canConvertToLong()) {
      throw wrong(arguments, index, "a number of at most 64 bits");
    }
    return value.isIntegralNumber() ? value.longValue() : Math.round(value.doubleValue());
  }

  private static IllegalArgumentException wrong(
      List<JsonNode> arguments, int index, String expected) {
    return new IllegalArgumentException(
        "Argument " + (index + 1) + " must be " + expected + ": " + arguments.get(index));
  }
}
