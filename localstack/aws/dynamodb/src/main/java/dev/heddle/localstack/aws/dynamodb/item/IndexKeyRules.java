package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;

/** What attributes must be like that an item need not have, but an index has as its key. */
final class IndexKeyRules {
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private IndexKeyRules() {}

  /** The item may be put. */
  static void checkItem(SecondaryIndex index, DynamoDbItem item) {
    for (KeyAttribute attribute : index.keys().attributes()) {
      AttributeValue value = item.get(attribute.name());
      if (value != null) {
        check(index, attribute, value);
      }
    }
    KeyRules.checkLengths(index.keys(), item);
  }

  /** The item may be what an update makes of it. */
  static void checkUpdated(SecondaryIndex index, DynamoDbItem item) {
    for (KeyAttribute attribute : index.keys().attributes()) {
      AttributeValue value = item.get(attribute.name());
      if (value != null) {
        checkUpdated(attribute, value);
      }
    }
    KeyRules.checkLengths(index.keys(), item);
  }

  private static void check(SecondaryIndex index, KeyAttribute attribute, AttributeValue value) {
    String name = attribute.name();
    if (!value.type().equals(attribute.type())) {
      throw DynamoDbFaults.invalid(
          "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
              .formatted(name, attribute.type(), value.type(), index.name()));
    }
    String empty = KeyRules.empty(value);
    if (empty != null) {
      throw DynamoDbFaults.validation(
          NOT_VALID
              + "A value specified for a secondary index key is not supported. The AttributeValue"
              + " for a key attribute cannot contain an empty %s value. IndexName: %s, IndexKey: %s"
                  .formatted(empty, index.name(), name));
    }
  }

  private static void checkUpdated(KeyAttribute attribute, AttributeValue value) {
    if (!value.type().equals(attribute.type())) {
      throw DynamoDbFaults.validation(
          "The update expression attempted to update the secondary index key to unsupported type");
    }
    String empty = KeyRules.empty(value);
    if (empty != null) {
      throw DynamoDbFaults.validation(
          NOT_VALID
              + "The update expression attempted to update a secondary index key to a value that"
              + " is not supported. The AttributeValue for a key attribute cannot contain an empty "
              + empty
              + " value.");
    }
  }
}
