package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.ItemDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Items that expire: keeps their expiry in a column and deletes those whose time has come. */
public final class ItemExpiry {
  private static final int BATCH = 100;

  /** An expiry longer ago than this is taken for another unit than seconds, and ignored. */
  private static final Duration CREDIBLE = Duration.ofDays(5 * 365L);

  private final DynamoDbDatabase database;
  private final TableCatalog catalog;
  private final ItemStore items;
  private final InstantSource clock;

  ItemExpiry(
      DynamoDbDatabase database, TableCatalog catalog, ItemStore items, InstantSource clock) {
    this.database = database;
    this.catalog = catalog;
    this.items = items;
    this.clock = clock;
  }

  /** Changes a table's expiry attribute and with it the expiry of its items. */
  public DynamoDbTable change(DynamoDbTable seen, UnaryOperator<DynamoDbTable> change) {
    return catalog.change(seen, change, this::refill);
  }

  /** Deletes what has expired, in writes of up to 100 items; answers how many there were. */
  public int sweep() {
    int swept = 0;
    for (DynamoDbTable table : catalog.all()) {
      int batch = table.expiry() == null ? 0 : BATCH;
      while (batch == BATCH) {
        batch = sweep(table);
        swept += batch;
      }
    }
    return swept;
  }

  private int sweep(DynamoDbTable table) {
    List<RowKey> keys = database.read(connection -> expired(connection, table));
    if (keys.isEmpty()) {
      return 0;
    }
    return database.write(
        connection -> {
          DynamoDbTable now = catalog.current(table);
          for (RowKey key : keys) {
            delete(connection, now, key);
          }
          return keys.size();
        });
  }

  private List<RowKey> expired(Connection connection, DynamoDbTable table) throws SQLException {
    String sql =
        "SELECT h, r FROM "
            + TableDdl.name(table)
            + " WHERE expires <= ? AND expires > ? LIMIT "
            + BATCH;
    long now = clock.instant().getEpochSecond();
    List<RowKey> keys = new ArrayList<>();
    try (var rows = database.query(connection, sql, now, now - CREDIBLE.toSeconds())) {
      while (rows.next()) {
        keys.add(new RowKey(rows.getBytes(1), rows.getBytes(2)));
      }
    }
    return keys;
  }

  /** The item may have been given more time since it was found. */
  private void delete(Connection connection, DynamoDbTable table, RowKey key) throws SQLException {
    DynamoDbItem item = items.get(connection, table, key);
    Long expiry = item == null ? null : ItemStore.expiry(table, item);
    if (item != null && expiry != null && expiry <= clock.instant().getEpochSecond()) {
      items.expire(connection, table, key, item);
    }
  }

  private void refill(Connection connection, DynamoDbTable table) throws SQLException {
    String name = TableDdl.name(table);
    database.run(connection, "UPDATE " + name + " SET expires = NULL WHERE expires IS NOT NULL");
    if (table.expiry() == null) {
      return;
    }
    String update = "UPDATE " + name + " SET expires = ? WHERE h = ? AND r = ?";
    try (var rows = database.query(connection, "SELECT item FROM " + name)) {
      while (rows.next()) {
        DynamoDbItem item = ItemDecoder.item(rows.getBytes(1));
        Long expiry = ItemStore.expiry(table, item);
        if (expiry != null) {
          RowKey key = RowKey.of(table.keys(), item);
          database.run(connection, update, expiry, key.hash(), key.range());
        }
      }
    }
  }
}
