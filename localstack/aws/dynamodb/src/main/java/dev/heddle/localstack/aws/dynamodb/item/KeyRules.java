package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.KeySchema;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.ItemSizes;
import org.jspecify.annotations.Nullable;

/** What keys and items must be like to be kept in a table. */
final class KeyRules {
  private static final int LONGEST_HASH = 2_048;
  private static final int LONGEST_RANGE = 1_024;
  private static final String MISMATCH = "The provided key element does not match the schema";

  private KeyRules() {}

  /** The key has exactly the table's key attributes. */
  static void checkKey(DynamoDbTable table, DynamoDbItem key) {
    KeySchema keys = table.keys();
    if (key.attributes().size() != keys.attributes().size()) {
      throw DynamoDbFaults.validation(MISMATCH);
    }
    for (KeyAttribute attribute : keys.attributes()) {
      AttributeValue value = key.get(attribute.name());
      if (value == null || !value.type().equals(attribute.type())) {
        throw DynamoDbFaults.validation(MISMATCH);
      }
      checkNotEmpty(attribute, value);
    }
    checkLengths(keys, key);
  }

  /** The item has the table's key, and values of the right types where indexes have theirs. */
  static void checkItem(DynamoDbTable table, DynamoDbItem item) {
    for (KeyAttribute attribute : table.keys().attributes()) {
      checkItemKey(attribute, item.get(attribute.name()));
    }
    checkLengths(table.keys(), item);
    table.indexes().forEach(index -> IndexKeyRules.checkItem(index, item));
    if (item.size() > ItemSizes.ITEM) {
      throw DynamoDbFaults.validation("Item size has exceeded the maximum allowed size");
    }
  }

  /** The updated item may be kept. */
  static void checkUpdated(DynamoDbTable table, DynamoDbItem item) {
    table.indexes().forEach(index -> IndexKeyRules.checkUpdated(index, item));
    if (item.size() > ItemSizes.ITEM) {
      throw DynamoDbFaults.validation("Item size to update has exceeded the maximum allowed size");
    }
  }

  /** The value is none that a key cannot have. */
  static void checkNotEmpty(KeyAttribute attribute, AttributeValue value) {
    String empty = empty(value);
    if (empty != null) {
      throw DynamoDbFaults.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty "
              + empty
              + " value. Key: "
              + attribute.name());
    }
  }

  private static void checkItemKey(KeyAttribute attribute, @Nullable AttributeValue value) {
    if (value == null) {
      throw DynamoDbFaults.invalid("Missing the key " + attribute.name() + " in the item");
    }
    if (!value.type().equals(attribute.type())) {
      throw DynamoDbFaults.invalid(
          "Type mismatch for key "
              + attribute.name()
              + " expected: "
              + attribute.type()
              + " actual: "
              + value.type());
    }
    checkNotEmpty(attribute, value);
  }

  /** The key's values are not too long. */
  static void checkLengths(KeySchema keys, DynamoDbItem item) {
    if (length(item, keys.hash()) > LONGEST_HASH) {
      throw DynamoDbFaults.invalid(
          "Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    if (keys.range() != null && length(item, keys.range()) > LONGEST_RANGE) {
      throw DynamoDbFaults.invalid(
          "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
  }

  private static int length(DynamoDbItem item, KeyAttribute attribute) {
    AttributeValue value = item.get(attribute.name());
    return value == null ? 0 : ItemSizes.of(value);
  }

  /** What an empty value is, null if it isn't empty. */
  static @Nullable String empty(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s when s.value().isEmpty() -> "string";
      case AttributeValue.B b when b.value().length() == 0 -> "binary";
      case AttributeValue ignored -> null;
    };
  }
}
