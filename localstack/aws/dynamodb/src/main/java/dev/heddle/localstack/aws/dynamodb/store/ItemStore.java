package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.ItemDecoder;
import dev.heddle.localstack.aws.dynamodb.value.ItemEncoder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of all tables; a change of one keeps its indexes and its stream in step. */
public final class ItemStore {
  private static final BigDecimal LATEST_EXPIRY = BigDecimal.valueOf(Long.MAX_VALUE / 1_000);

  private final DynamoDbDatabase database;
  private final ChangeLog changes;

  /** The items of the database, whose changes are recorded there. */
  public ItemStore(DynamoDbDatabase database, ChangeLog changes) {
    this.database = database;
    this.changes = changes;
  }

  /** The item as of the last commit. */
  public Optional<DynamoDbItem> read(DynamoDbTable table, RowKey key) {
    return database.read(connection -> Optional.ofNullable(get(connection, table, key)));
  }

  /** The item, or null. */
  public @Nullable DynamoDbItem get(Connection connection, DynamoDbTable table, RowKey key)
      throws SQLException {
    String sql = "SELECT item FROM " + TableDdl.name(table) + " WHERE h = ? AND r = ?";
    try (var row = database.query(connection, sql, key.hash(), key.range())) {
      return row.next() ? ItemDecoder.item(row.getBytes(1)) : null;
    }
  }

  /** Whether a change needs to know the item as it was. */
  public static boolean needsOldItem(DynamoDbTable table) {
    return table.streaming() || !table.indexes().isEmpty();
  }

  /**
   * Replaces the item by another, or by none.
   *
   * @param before the item as it is; may be null if the table isn't {@link #needsOldItem}
   */
  public void replace(
      Connection connection,
      DynamoDbTable table,
      RowKey key,
      @Nullable DynamoDbItem before,
      @Nullable DynamoDbItem after)
      throws SQLException {
    change(connection, table, key, before, after);
    if (table.streaming() && !Objects.equals(before, after)) {
      changes.record(connection, table, before, after, false);
    }
  }

  /** Deletes the item because its time has come, which its stream tells from other deletions. */
  void expire(Connection connection, DynamoDbTable table, RowKey key, DynamoDbItem item)
      throws SQLException {
    change(connection, table, key, item, null);
    if (table.streaming()) {
      changes.record(connection, table, item, null, true);
    }
  }

  private void change(
      Connection connection,
      DynamoDbTable table,
      RowKey key,
      @Nullable DynamoDbItem before,
      @Nullable DynamoDbItem after)
      throws SQLException {
    if (after == null) {
      delete(connection, table, key);
    } else if (!after.equals(before)) {
      put(connection, table, key, after);
    }
    for (SecondaryIndex index : table.indexes()) {
      reindex(connection, table, index, key, before, after);
    }
  }

  private void put(Connection connection, DynamoDbTable table, RowKey key, DynamoDbItem item)
      throws SQLException {
    String sql =
        "INSERT OR REPLACE INTO "
            + TableDdl.name(table)
            + "(h, r, size, expires, item) VALUES(?, ?, ?, ?, ?)";
    byte[] bytes = ItemEncoder.of(item);
    database.run(connection, sql, key.hash(), key.range(), item.size(), expiry(table, item), bytes);
  }

  private void delete(Connection connection, DynamoDbTable table, RowKey key) throws SQLException {
    String sql = "DELETE FROM " + TableDdl.name(table) + " WHERE h = ? AND r = ?";
    database.run(connection, sql, key.hash(), key.range());
  }

  private void reindex(
      Connection connection,
      DynamoDbTable table,
      SecondaryIndex index,
      RowKey key,
      @Nullable DynamoDbItem before,
      @Nullable DynamoDbItem after)
      throws SQLException {
    RowKey old = before == null ? null : RowKey.optional(index.keys(), before);
    RowKey now = after == null ? null : RowKey.optional(index.keys(), after);
    if (Objects.equals(old, now)) {
      return;
    }
    String name = TableDdl.name(table, index);
    if (old != null) {
      String sql = "DELETE FROM " + name + " WHERE h = ? AND r = ? AND bh = ? AND br = ?";
      database.run(connection, sql, old.hash(), old.range(), key.hash(), key.range());
    }
    if (now != null) {
      index(connection, name, now, key);
    }
  }

  /** Enters an item into an index, where it may be already. */
  void index(Connection connection, DynamoDbTable table, SecondaryIndex index, DynamoDbItem item)
      throws SQLException {
    RowKey entry = RowKey.optional(index.keys(), item);
    if (entry != null) {
      index(connection, TableDdl.name(table, index), entry, RowKey.of(table.keys(), item));
    }
  }

  private void index(Connection connection, String name, RowKey entry, RowKey key)
      throws SQLException {
    String sql = "INSERT OR IGNORE INTO " + name + "(h, r, bh, br) VALUES(?, ?, ?, ?)";
    database.run(connection, sql, entry.hash(), entry.range(), key.hash(), key.range());
  }

  /** When the item expires in seconds since 1970, or null. */
  static @Nullable Long expiry(DynamoDbTable table, DynamoDbItem item) {
    if (table.expiry() != null
        && item.get(table.expiry()) instanceof AttributeValue.N(BigDecimal seconds)
        && seconds.signum() > 0
        && seconds.compareTo(LATEST_EXPIRY) < 0) {
      return seconds.longValue();
    }
    return null;
  }
}
