package dev.heddle.functions.aws.table;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** Our values as attributes. */
final class AttributeValues {
  private AttributeValues() {}

  static AttributeValue of(Object value) {
    return switch (value) {
      case String text -> AttributeValue.fromS(text);
      case Instant instant -> AttributeValue.fromS(instant.toString());
      case Enum<?> word -> AttributeValue.fromS(word.name());
      case Number number -> AttributeValue.fromN(number.toString());
      case Boolean flag -> AttributeValue.fromBool(flag);
      case JsonNode json -> DocumentAttributes.write(json);
      case List<?> list -> AttributeValue.fromL(list.stream().map(AttributeValues::of).toList());
      default -> throw new IllegalArgumentException("No attribute for " + value.getClass());
    };
  }
}
