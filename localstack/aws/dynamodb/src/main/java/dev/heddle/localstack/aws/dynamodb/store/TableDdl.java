package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes and drops the SQLite tables behind tables and indexes.
 *
 * <p>A table's rows are {@code (h, r, size, expires, item)}, an index's rows are {@code (h, r, bh,
 * br)} with the key of the item's row, which is joined when the index is read.
 */
final class TableDdl {
  private TableDdl() {}

  static String name(DynamoDbTable table) {
    return "items_" + table.id();
  }

  static String name(DynamoDbTable table, SecondaryIndex index) {
    return "index_" + table.id() + "_" + index.id();
  }

  static void create(Connection connection, DynamoDbTable table) throws SQLException {
    String name = name(table);
    run(
        connection,
        "CREATE TABLE "
            + name
            + "(h BLOB NOT NULL, r BLOB NOT NULL, size INTEGER NOT NULL, expires INTEGER,"
            + " item BLOB NOT NULL, PRIMARY KEY(h, r)) WITHOUT ROWID");
    run(
        connection,
        "CREATE INDEX expires_"
            + table.id()
            + " ON "
            + name
            + "(expires) WHERE expires IS NOT NULL");
    for (SecondaryIndex index : table.indexes()) {
      create(connection, table, index);
    }
  }

  static void create(Connection connection, DynamoDbTable table, SecondaryIndex index)
      throws SQLException {
    run(
        connection,
        "CREATE TABLE "
            + name(table, index)
            + "(h BLOB NOT NULL, r BLOB NOT NULL, bh BLOB NOT NULL, br BLOB NOT NULL,"
            + " PRIMARY KEY(h, r, bh, br)) WITHOUT ROWID");
  }

  static void drop(Connection connection, DynamoDbTable table) throws SQLException {
    for (SecondaryIndex index : table.indexes()) {
      drop(connection, table, index);
    }
    run(connection, "DROP TABLE " + name(table));
  }

  static void drop(Connection connection, DynamoDbTable table, SecondaryIndex index)
      throws SQLException {
    run(connection, "DROP TABLE " + name(table, index));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
