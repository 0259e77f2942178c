package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.ItemDecoder;
import dev.heddle.localstack.aws.dynamodb.value.ItemEncoder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The changes of all tables with a stream, in the order they were made, kept for 24 hours. */
public final class ChangeLog {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final String COLUMNS = "sequence, stream, at, kind, expired, keys, before, after";

  private final DynamoDbDatabase database;
  private final InstantSource clock;

  /**
   * One change.
   *
   * @param kind {@code INSERT}, {@code MODIFY} or {@code REMOVE}
   * @param before the item before, if it was and the stream shows it
   * @param after the item after, if it is and the stream shows it
   */
  public record Change(
      long sequence,
      String streamArn,
      Instant at,
      String kind,
      boolean expired,
      DynamoDbItem keys,
      @Nullable DynamoDbItem before,
      @Nullable DynamoDbItem after) {}

  /** The changes in the database. */
  public ChangeLog(DynamoDbDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Records a change as part of the write that makes it. */
  void record(
      Connection connection,
      DynamoDbTable table,
      @Nullable DynamoDbItem before,
      @Nullable DynamoDbItem after,
      boolean expired)
      throws SQLException {
    StreamSettings.View view = Objects.requireNonNull(table.stream()).view();
    String kind = before == null ? "INSERT" : after == null ? "REMOVE" : "MODIFY";
    DynamoDbItem keys = keys(table, Objects.requireNonNull(after == null ? before : after));
    database.run(
        connection,
        "INSERT INTO changes(stream, at, kind, expired, keys, before, after)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?)",
        table.streamArn(),
        clock.millis(),
        kind,
        expired ? 1 : 0,
        ItemEncoder.of(keys),
        before == null || !view.before() ? null : ItemEncoder.of(before),
        after == null || !view.after() ? null : ItemEncoder.of(after));
  }

  private static DynamoDbItem keys(DynamoDbTable table, DynamoDbItem item) {
    Map<String, AttributeValue> keys = new LinkedHashMap<>();
    table.keys().names().forEach(name -> keys.put(name, Objects.requireNonNull(item.get(name))));
    return new DynamoDbItem(keys);
  }

  /** Changes of one stream after a sequence number. */
  public List<Change> of(String streamArn, long after, int limit) {
    return read("stream = ? AND sequence > ?", limit, streamArn, after);
  }

  /** Changes of all streams after a sequence number. */
  public List<Change> after(long sequence, int limit) {
    return read("sequence > ?", limit, sequence);
  }

  /** The last sequence number given to any stream, 0 if none was. */
  public long last() {
    return number("SELECT max(seq) FROM sqlite_sequence WHERE name = 'changes'");
  }

  /** The first sequence number a stream still has, or one that is yet to come. */
  public long first(String streamArn) {
    long first = number("SELECT min(sequence) FROM changes WHERE stream = ?", streamArn);
    return first == 0 ? last() + 1 : first;
  }

  /** Drops what is older than 24 hours. */
  public void trim() {
    long oldest = clock.instant().minus(KEPT).toEpochMilli();
    database.write(c -> database.run(c, "DELETE FROM changes WHERE at < ?", oldest));
  }

  private long number(String sql, Object... values) {
    return database.read(
        connection -> {
          try (var row = database.query(connection, sql, values)) {
            return row.next() ? row.getLong(1) : 0;
          }
        });
  }

  private List<Change> read(String where, int limit, Object... values) {
    String sql =
        "SELECT " + COLUMNS + " FROM changes WHERE " + where + " ORDER BY sequence LIMIT " + limit;
    return database.read(
        connection -> {
          List<Change> found = new ArrayList<>();
          try (var rows = database.query(connection, sql, values)) {
            while (rows.next()) {
              found.add(change(rows));
            }
          }
          return found;
        });
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getLong(1),
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getString(4),
        row.getInt(5) != 0,
        ItemDecoder.item(row.getBytes(6)),
        image(row.getBytes(7)),
        image(row.getBytes(8)));
  }

  private static @Nullable DynamoDbItem image(byte @Nullable [] bytes) {
    return bytes == null ? null : ItemDecoder.item(bytes);
  }
}
