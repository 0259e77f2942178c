package dev.heddle.localstack.aws.stepfunctions.query.path;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How two values of one type are compared; values of another type compare to nothing. */
enum ComparisonType {
  STRING,
  NUMERIC,
  BOOLEAN,
  TIMESTAMP;

  /** Less than, equal to or greater than 0; empty when one is not of this type. */
  OptionalInt compare(JsonNode left, JsonNode right) {
    return switch (this) {
      case STRING ->
          left.isString() && right.isString()
              ? OptionalInt.of(left.stringValue().compareTo(right.stringValue()))
              : OptionalInt.empty();
      case NUMERIC ->
          left.isNumber() && right.isNumber()
              ? OptionalInt.of(left.decimalValue().compareTo(right.decimalValue()))
              : OptionalInt.empty();
      case BOOLEAN ->
          left.isBoolean() && right.isBoolean()
              ? OptionalInt.of(Boolean.compare(left.booleanValue(), right.booleanValue()))
              : OptionalInt.empty();
      case TIMESTAMP -> timestamps(instant(left), instant(right));
    };
  }

  private static OptionalInt timestamps(@Nullable Instant left, @Nullable Instant right) {
    return left == null || right == null
        ? OptionalInt.empty()
        : OptionalInt.of(left.compareTo(right));
  }

  static @Nullable Instant instant(JsonNode value) {
    try {
      return value.isString() ? OffsetDateTime.parse(value.stringValue()).toInstant() : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The relation an operator asks for. */
  enum Relation {
    LessThanEquals,
    GreaterThanEquals,
    LessThan,
    GreaterThan,
    Equals;

    boolean holds(int order) {
      return switch (this) {
        case Equals -> order == 0;
        case LessThan -> order < 0;
        case GreaterThan -> order > 0;
        case LessThanEquals -> order <= 0;
        case GreaterThanEquals -> order >= 0;
      };
    }
  }
}
