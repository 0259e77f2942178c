package dev.heddle.localstack.aws.dynamodb.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of an item, or of a key, by name; immutable. */
public record DynamoDbItem(Map<String, AttributeValue> attributes) {
  /** No attributes. */
  public static final DynamoDbItem EMPTY = new DynamoDbItem(Map.of());

  /** The attribute's value, or null. */
  public @Nullable AttributeValue get(String name) {
    return attributes.get(name);
  }

  /** Its size in bytes as the service counts it. */
  public int size() {
    return ItemSizes.of(this);
  }
}
