package dev.heddle.localstack.aws.stepfunctions.query.path;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Equality and numbers as the language sees them. */
final class JsonValues {
  private JsonValues() {}

  /** Whether two values are the same, deeply; 1 is 1.0. */
  static boolean same(JsonNode a, JsonNode b) {
    return a.equals((left, right) -> compare((JsonNode) left, (JsonNode) right), b);
  }

  private static int compare(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return Double.compare(left.doubleValue(), right.doubleValue());
    }
    return left.equals(right) ? 0 : 1;
  }

  static JsonNode number(long value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return value == (int) value ? nodes.numberNode((int) value) : nodes.numberNode(value);
  }
}
