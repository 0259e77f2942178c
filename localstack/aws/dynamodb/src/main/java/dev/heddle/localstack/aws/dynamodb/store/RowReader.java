package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.ItemDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the items of a span in the order of their keys, one by one. */
public final class RowReader {
  private final DynamoDbDatabase database;
  private final DynamoDbTable table;
  private final @Nullable SecondaryIndex index;
  private final StringBuilder where = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Takes an item; false ends the reading. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes an item. */
    boolean visit(DynamoDbItem item);
  }

  /** A reader of the table, or of the index if there is one. */
  public RowReader(DynamoDbDatabase database, DynamoDbTable table, @Nullable SecondaryIndex index) {
    this.database = database;
    this.table = table;
    this.index = index;
  }

  /** Reads the span from a start that lies within it, or from its beginning. */
  public void read(
      Connection connection, RowRange span, RowRange.@Nullable Start start, Visitor visitor)
      throws SQLException {
    String order =
        switch (span) {
          case RowRange.Partition partition -> partition(partition, start);
          case RowRange.Segment segment -> segment(segment, start);
        };
    try (var rows = database.query(connection, source() + where + order, values.toArray())) {
      boolean more = true;
      while (more && rows.next()) {
        more = visitor.visit(ItemDecoder.item(rows.getBytes(1)));
      }
    }
  }

  private String source() {
    String items = TableDdl.name(table);
    return index == null
        ? "SELECT k.item FROM " + items + " k"
        : "SELECT b.item FROM "
            + TableDdl.name(table, index)
            + " k CROSS JOIN "
            + items
            + " b ON b.h = k.bh AND b.r = k.br";
  }

  /** SQLite uses one bound of each kind, so the start takes the place of the bound it lies in. */
  private String partition(RowRange.Partition span, RowRange.@Nullable Start start) {
    and("k.h = ?", span.hash());
    boolean forward = span.forward();
    if (span.low() != null && (start == null || !forward)) {
      and(span.low().inclusive() ? "k.r >= ?" : "k.r > ?", span.low().value());
    }
    if (span.high() != null && (start == null || forward)) {
      and(span.high().inclusive() ? "k.r <= ?" : "k.r < ?", span.high().value());
    }
    String comparator = forward ? " > " : " < ";
    if (start != null && index == null) {
      and("k.r" + comparator + "?", start.entry().range());
    } else if (start != null) {
      byte[] range = start.entry().range();
      RowKey item = start.item();
      and("(k.r, k.bh, k.br)" + comparator + "(?, ?, ?)", range, item.hash(), item.range());
    }
    String direction = forward ? "" : " DESC";
    return " ORDER BY k.r" + direction + (index == null ? "" : rest(direction));
  }

  private String segment(RowRange.Segment span, RowRange.@Nullable Start start) {
    if (start == null) {
      and("k.h >= ?", span.first());
    } else if (index == null) {
      and("(k.h, k.r) > (?, ?)", start.entry().hash(), start.entry().range());
    } else {
      RowKey entry = start.entry();
      RowKey item = start.item();
      and(
          "(k.h, k.r, k.bh, k.br) > (?, ?, ?, ?)",
          entry.hash(),
          entry.range(),
          item.hash(),
          item.range());
    }
    byte[] beyond = span.beyond();
    if (beyond != null) {
      and("k.h < ?", beyond);
    }
    return " ORDER BY k.h, k.r" + (index == null ? "" : rest(""));
  }

  private static String rest(String direction) {
    return ", k.bh" + direction + ", k.br" + direction;
  }

  private void and(String condition, Object... bound) {
    where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
    values.addAll(List.of(bound));
  }
}
