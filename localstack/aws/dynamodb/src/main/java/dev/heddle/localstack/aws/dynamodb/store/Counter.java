package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Table;

/** Counts items and their bytes, which reads the whole table. */
public final class Counter {
  private Counter() {}

  /** What was counted. */
  public record Total(long items, long bytes) {}

  /** Counts a table's items. */
  public static Total count(Database database, Table table) {
    return count(database, "SELECT count(*), total(size) FROM " + Ddl.name(table));
  }

  /** Counts the items in an index; its bytes are those of the whole items. */
  public static Total count(Database database, Table table, Index index) {
    return count(
        database,
        "SELECT count(*), total(b.size) FROM "
            + Ddl.name(table, index)
            + " k CROSS JOIN "
            + Ddl.name(table)
            + " b ON b.h = k.bh AND b.r = k.br");
  }

  private static Total count(Database database, String sql) {
    return database.read(
        connection -> {
          try (var row = database.query(connection, sql)) {
            return new Total(row.getLong(1), row.getLong(2));
          }
        });
  }
}
