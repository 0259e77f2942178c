package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.Condition;
import dev.heddle.localstack.aws.dynamodb.expression.Update;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import org.jspecify.annotations.Nullable;

/**
 * One change of one item, or one condition on it.
 *
 * @param table as the request found it
 * @param showOnFailure whether a failed condition answers with the item
 */
record ItemWrite(
    Table table, RowKey key, Action action, @Nullable Condition condition, boolean showOnFailure) {

  /** What is done if the condition holds. */
  sealed interface Action {}

  /** Replaces the item. */
  record Put(Item item) implements Action {}

  /** Updates the item, which is just the key if it isn't there. */
  record Change(Item key, Update update) implements Action {}

  /** Deletes the item. */
  record Remove(Item key) implements Action {}

  /** Does nothing. */
  record Check() implements Action {}

  /**
   * What was done.
   *
   * @param before null if there was none, or nothing needed it
   */
  record Written(Table table, @Nullable Item before, @Nullable Item after) {}
}
