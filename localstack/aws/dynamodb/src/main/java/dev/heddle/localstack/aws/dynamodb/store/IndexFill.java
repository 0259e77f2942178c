package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ItemBytesReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Enters a table's items into a new index, some at a time, so that other writes get their turn. */
public final class IndexFill {
  private static final int BATCH = 500;

  private final Store store;
  private final Table table;
  private final Index index;
  private RowKey after = new RowKey(new byte[0], new byte[0]);

  /** Fills the index of the table. */
  public IndexFill(Store store, Table table, Index index) {
    this.store = store;
    this.table = table;
    this.index = index;
  }

  /** Enters the next items; false if there were none left and the index can be read now. */
  public boolean next() {
    List<Item> batch = store.database().read(this::batch);
    if (batch.isEmpty()) {
      store.catalog().change(table, this::activated);
      return false;
    }
    store
        .database()
        .write(
            connection -> {
              store.catalog().current(table);
              for (Item item : batch) {
                enter(connection, item);
              }
              return batch.size();
            });
    after = RowKey.of(table.keys(), batch.getLast());
    return true;
  }

  /** The item may have changed since it was read; whoever changed it cared for the index. */
  private void enter(Connection connection, Item item) throws SQLException {
    RowKey key = RowKey.of(table.keys(), item);
    if (item.equals(store.items().get(connection, table, key))) {
      store.items().index(connection, table, index, item);
    }
  }

  private List<Item> batch(Connection connection) throws SQLException {
    String sql =
        "SELECT item FROM "
            + Ddl.name(table)
            + " WHERE (h, r) > (?, ?) ORDER BY h, r LIMIT "
            + BATCH;
    List<Item> batch = new ArrayList<>();
    try (var rows = store.database().query(connection, sql, after.hash(), after.range())) {
      while (rows.next()) {
        batch.add(ItemBytesReader.item(rows.getBytes(1)));
      }
    }
    return batch;
  }

  private Table activated(Table now) {
    return now.indexes().stream()
        .filter(candidate -> candidate.id() == index.id())
        .findFirst()
        .map(found -> now.change().replace(found.with(Index.Status.ACTIVE)).made())
        .orElse(now);
  }
}
