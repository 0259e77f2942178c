package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;

/** Counts items and their bytes, which reads the whole table. */
public final class ItemCounter {
  private ItemCounter() {}

  /** What was counted. */
  public record Total(long items, long bytes) {}

  /** Counts a table's items. */
  public static Total count(DynamoDbDatabase database, DynamoDbTable table) {
    return count(database, "SELECT count(*), total(size) FROM " + TableDdl.name(table));
  }

  /** Counts the items in an index; its bytes are those of the whole items. */
  public static Total count(DynamoDbDatabase database, DynamoDbTable table, SecondaryIndex index) {
    return count(
        database,
        "SELECT count(*), total(b.size) FROM "
            + TableDdl.name(table, index)
            + " k CROSS JOIN "
            + TableDdl.name(table)
            + " b ON b.h = k.bh AND b.r = k.br");
  }

  private static Total count(DynamoDbDatabase database, String sql) {
    return database.read(
        connection -> {
          try (var row = database.query(connection, sql)) {
            return new Total(row.getLong(1), row.getLong(2));
          }
        });
  }
}
