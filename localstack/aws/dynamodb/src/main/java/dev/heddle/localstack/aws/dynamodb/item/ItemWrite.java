package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionExpression;
import dev.heddle.localstack.aws.dynamodb.expression.UpdateExpression;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import org.jspecify.annotations.Nullable;

/**
 * One change of one item, or one condition on it.
 *
 * @param table as the request found it
 * @param showOnFailure whether a failed condition answers with the item
 */
record ItemWrite(
    DynamoDbTable table,
    RowKey key,
    Action action,
    @Nullable ConditionExpression condition,
    boolean showOnFailure) {

  /** A change that is made whatever the item is. */
  static ItemWrite unconditional(DynamoDbTable table, RowKey key, Action action) {
    return new ItemWrite(table, key, action, null, false);
  }

  /** What is done if the condition holds. */
  sealed interface Action {}

  /** Replaces the item. */
  record Put(DynamoDbItem item) implements Action {}

  /** Updates the item, which is just the key if it isn't there. */
  record Update(DynamoDbItem key, UpdateExpression update) implements Action {}

  /** Deletes the item. */
  record Delete(DynamoDbItem key) implements Action {}

  /** Does nothing. */
  record ConditionCheck() implements Action {}

  /**
   * What was done.
   *
   * @param before null if there was none, or nothing needed it
   */
  record Result(DynamoDbTable table, @Nullable DynamoDbItem before, @Nullable DynamoDbItem after) {}
}
