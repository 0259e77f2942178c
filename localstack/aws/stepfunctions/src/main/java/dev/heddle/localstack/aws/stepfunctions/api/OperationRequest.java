package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request, with its fields by type. */
record OperationRequest(ObjectNode body) {

  boolean has(String field) {
    return body.hasNonNull(field);
  }

  @Nullable JsonNode get(String field) {
    JsonNode value = body.get(field);
    return value == null || value.isNull() ? null : value;
  }

  @Nullable String string(String field) {
    JsonNode value = get(field);
    if (value != null && !value.isString()) {
      throw invalid(field, "must be a string");
    }
    return value == null ? null : value.stringValue();
  }

  String required(String field) {
    String value = string(field);
    if (value == null) {
      throw invalid(field, "failed to satisfy constraint: Member must not be null");
    }
    return value;
  }

  boolean flag(String field) {
    JsonNode value = get(field);
    return value != null && value.asBoolean(false);
  }

  int number(String field, int otherwise, int most) {
    JsonNode value = get(field);
    int number = value == null ? otherwise : value.asInt(otherwise);
    if (number < 0 || number > most) {
      throw invalid(field, "must be between 0 and " + most);
    }
    return number == 0 ? otherwise : number;
  }

  /** The fault of a request that breaks a rule of its shape. */
  static AwsFault invalid(String field, String why) {
    return new AwsFault(
        "ValidationException", "1 validation error detected: Value at '" + field + "' " + why);
  }
}
