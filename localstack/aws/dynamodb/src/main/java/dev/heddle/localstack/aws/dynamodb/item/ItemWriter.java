package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.UpdateEvaluator;
import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Result;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.store.ItemStore;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out item writes inside the database's one writer. */
final class ItemWriter {
  private final DynamoDbStore store;

  ItemWriter(DynamoDbStore store) {
    this.store = store;
  }

  /** Writes one item and waits until it is on disk. */
  Result write(ItemWrite write, boolean needsBefore) {
    return store.database().write(connection -> apply(connection, write, needsBefore));
  }

  Result apply(Connection connection, ItemWrite write, boolean needsBefore) throws SQLException {
    DynamoDbTable table = store.catalog().current(write.table());
    DynamoDbItem before = null;
    if (needsBefore || needsBefore(table, write)) {
      before = store.items().get(connection, table, write.key());
    }
    check(write, before);
    return apply(connection, table, write, before);
  }

  private static boolean needsBefore(DynamoDbTable table, ItemWrite write) {
    boolean changes = write.action() instanceof ItemWrite.Update;
    return changes || write.condition() != null || ItemStore.needsOldItem(table);
  }

  private static void check(ItemWrite write, @Nullable DynamoDbItem before) {
    DynamoDbItem known = before == null ? DynamoDbItem.EMPTY : before;
    if (write.condition() != null && !write.condition().holds(known)) {
      throw DynamoDbFaults.conditionFailed(
          write.showOnFailure() && before != null
              ? Map.of("Item", AttributeValueWriter.json(before))
              : Map.of());
    }
  }

  private Result apply(
      Connection connection, DynamoDbTable table, ItemWrite write, @Nullable DynamoDbItem before)
      throws SQLException {
    DynamoDbItem after =
        switch (write.action()) {
          case ItemWrite.Put(DynamoDbItem item) -> put(write, table, item);
          case ItemWrite.Update change -> applyUpdate(table, change, before);
          case ItemWrite.Delete ignored -> null;
          case ItemWrite.ConditionCheck() -> before;
        };
    if (!(write.action() instanceof ItemWrite.ConditionCheck)) {
      store.items().replace(connection, table, write.key(), before, after);
    }
    return new Result(table, before, after);
  }

  /** The table may have got an index since the request was checked. */
  private static DynamoDbItem put(ItemWrite write, DynamoDbTable table, DynamoDbItem item) {
    if (!table.equals(write.table())) {
      KeyRules.checkItem(table, item);
    }
    return item;
  }

  private static DynamoDbItem applyUpdate(
      DynamoDbTable table, ItemWrite.Update change, @Nullable DynamoDbItem before) {
    DynamoDbItem changed =
        UpdateEvaluator.apply(change.update(), before == null ? change.key() : before);
    KeyRules.checkUpdated(table, changed);
    return changed;
  }
}
