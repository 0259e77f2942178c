package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.Updater;
import dev.heddle.localstack.aws.dynamodb.item.ItemWrite.Written;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.Items;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out item writes inside the database's one writer. */
final class ItemWriter {
  private final Store store;

  ItemWriter(Store store) {
    this.store = store;
  }

  /** Writes one item and waits until it is on disk. */
  Written write(ItemWrite write, boolean needsBefore) {
    return store.database().write(connection -> apply(connection, write, needsBefore));
  }

  Written apply(Connection connection, ItemWrite write, boolean needsBefore) throws SQLException {
    Table table = store.catalog().current(write.table());
    Item before = null;
    if (needsBefore || needsBefore(table, write)) {
      before = store.items().get(connection, table, write.key());
    }
    check(write, before);
    return apply(connection, table, write, before);
  }

  private static boolean needsBefore(Table table, ItemWrite write) {
    boolean changes = write.action() instanceof ItemWrite.Change;
    return changes || write.condition() != null || Items.tracked(table);
  }

  private static void check(ItemWrite write, @Nullable Item before) {
    Item known = before == null ? Item.EMPTY : before;
    if (write.condition() != null && !write.condition().holds(known)) {
      throw Faults.conditionFailed(
          write.showOnFailure() && before != null
              ? Map.of("Item", ValueWriter.json(before))
              : Map.of());
    }
  }

  private Written apply(Connection connection, Table table, ItemWrite write, @Nullable Item before)
      throws SQLException {
    Item after =
        switch (write.action()) {
          case ItemWrite.Put(Item item) -> put(write, table, item);
          case ItemWrite.Change change -> changed(table, change, before);
          case ItemWrite.Remove ignored -> null;
          case ItemWrite.Check() -> before;
        };
    if (!(write.action() instanceof ItemWrite.Check)) {
      store.items().replace(connection, table, write.key(), before, after, false);
    }
    return new Written(table, before, after);
  }

  /** The table may have got an index since the request was checked. */
  private static Item put(ItemWrite write, Table table, Item item) {
    if (!table.equals(write.table())) {
      KeyRules.checkItem(table, item);
    }
    return item;
  }

  private static Item changed(Table table, ItemWrite.Change change, @Nullable Item before) {
    Item changed = Updater.apply(change.update(), before == null ? change.key() : before);
    KeyRules.checkUpdated(table, changed);
    return changed;
  }
}
