package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.ItemDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Enters a table's items into a new index, some at a time, so that other writes get their turn. */
public final class IndexBackfill {
  private static final int BATCH = 500;

  private final DynamoDbStore store;
  private final DynamoDbTable table;
  private final SecondaryIndex index;
  private RowKey after = new RowKey(new byte[0], new byte[0]);

  /** Fills the index of the table. */
  public IndexBackfill(DynamoDbStore store, DynamoDbTable table, SecondaryIndex index) {
    this.store = store;
    this.table = table;
    this.index = index;
  }

  /** Enters the next items; false if there were none left and the index can be read now. */
  public boolean fillNext() {
    List<DynamoDbItem> batch = store.database().read(this::batch);
    if (batch.isEmpty()) {
      store.catalog().change(table, this::activate);
      return false;
    }
    store
        .database()
        .write(
            connection -> {
              store.catalog().current(table);
              for (DynamoDbItem item : batch) {
                enter(connection, item);
              }
              return batch.size();
            });
    after = RowKey.of(table.keys(), batch.getLast());
    return true;
  }

  /** The item may have changed since it was read; whoever changed it cared for the index. */
  private void enter(Connection connection, DynamoDbItem item) throws SQLException {
    RowKey key = RowKey.of(table.keys(), item);
    if (item.equals(store.items().get(connection, table, key))) {
      store.items().index(connection, table, index, item);
    }
  }

  private List<DynamoDbItem> batch(Connection connection) throws SQLException {
    String sql =
        "SELECT item FROM "
            + TableDdl.name(table)
            + " WHERE (h, r) > (?, ?) ORDER BY h, r LIMIT "
            + BATCH;
    List<DynamoDbItem> batch = new ArrayList<>();
    try (var rows = store.database().query(connection, sql, after.hash(), after.range())) {
      while (rows.next()) {
        batch.add(ItemDecoder.item(rows.getBytes(1)));
      }
    }
    return batch;
  }

  private DynamoDbTable activate(DynamoDbTable now) {
    return now.indexes().stream()
        .filter(candidate -> candidate.id() == index.id())
        .findFirst()
        .map(found -> now.toBuilder().replace(found.with(SecondaryIndex.Status.ACTIVE)).build())
        .orElse(now);
  }
}
