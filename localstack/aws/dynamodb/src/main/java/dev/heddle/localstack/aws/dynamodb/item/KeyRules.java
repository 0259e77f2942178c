package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.Keys;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.Sizes;
import org.jspecify.annotations.Nullable;

/** What keys and items must be like to be kept in a table. */
final class KeyRules {
  private static final int LONGEST_HASH = 2_048;
  private static final int LONGEST_RANGE = 1_024;
  private static final String MISMATCH = "The provided key element does not match the schema";

  private KeyRules() {}

  /** The key has exactly the table's key attributes. */
  static void checkKey(Table table, Item key) {
    Keys keys = table.keys();
    if (key.attributes().size() != keys.attributes().size()) {
      throw Faults.validation(MISMATCH);
    }
    for (KeyAttribute attribute : keys.attributes()) {
      AttributeValue value = key.get(attribute.name());
      if (value == null || !value.type().equals(attribute.type())) {
        throw Faults.validation(MISMATCH);
      }
      checkNotEmpty(attribute, value);
    }
    checkLengths(keys, key);
  }

  /** The item has the table's key, and values of the right types where indexes have theirs. */
  static void checkItem(Table table, Item item) {
    for (KeyAttribute attribute : table.keys().attributes()) {
      checkItemKey(attribute, item.get(attribute.name()));
    }
    checkLengths(table.keys(), item);
    table.indexes().forEach(index -> IndexKeyRules.checkItem(index, item));
    if (item.size() > Sizes.ITEM) {
      throw Faults.validation("Item size has exceeded the maximum allowed size");
    }
  }

  /** The updated item may be kept. */
  static void checkUpdated(Table table, Item item) {
    table.indexes().forEach(index -> IndexKeyRules.checkUpdated(index, item));
    if (item.size() > Sizes.ITEM) {
      throw Faults.validation("Item size to update has exceeded the maximum allowed size");
    }
  }

  /** The value is none that a key cannot have. */
  static void checkNotEmpty(KeyAttribute attribute, AttributeValue value) {
    String empty = empty(value);
    if (empty != null) {
      throw Faults.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty "
              + empty
              + " value. Key: "
              + attribute.name());
    }
  }

  private static void checkItemKey(KeyAttribute attribute, @Nullable AttributeValue value) {
    if (value == null) {
      throw Faults.invalid("Missing the key " + attribute.name() + " in the item");
    }
    if (!value.type().equals(attribute.type())) {
      throw Faults.invalid(
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
  static void checkLengths(Keys keys, Item item) {
    if (length(item, keys.hash()) > LONGEST_HASH) {
      throw Faults.invalid("Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    if (keys.range() != null && length(item, keys.range()) > LONGEST_RANGE) {
      throw Faults.invalid(
          "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
  }

  private static int length(Item item, KeyAttribute attribute) {
    AttributeValue value = item.get(attribute.name());
    return value == null ? 0 : Sizes.of(value);
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
