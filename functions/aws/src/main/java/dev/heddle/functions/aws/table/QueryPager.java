package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.workflow.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Pages of a query. A cursor is the position behind which to go on, in Base64; only the position
 * comes from outside, the partition never, so no cursor leads to another tenant.
 *
 * @param position where an item stands, as text
 * @param form what a position looks like
 * @param start the key of a position
 */
public record QueryPager(
    DocumentTable table,
    Function<TableItem, String> position,
    Pattern form,
    Function<String, Map<String, AttributeValue>> start) {
  // A filter that lets nothing through would otherwise read the whole partition for one page; the
  // page may be short instead, and its cursor goes on.
  private static final int ROUNDS = 10;
  private static final int FILTERED = 100;
  private static final int LONGEST_CURSOR = 300;

  /** A page of all items, or of those that a filter lets through: then it may be short. */
  public <T> Page<T> page(
      TableQuery query,
      @Nullable Predicate<TableItem> filter,
      int limit,
      @Nullable String cursor,
      Function<TableItem, T> read) {
    List<TableItem> found = new ArrayList<>();
    TableQuery next = query.newest(filter == null ? limit + 1 : FILTERED);
    next = cursor == null ? next : next.after(start.apply(decoded(cursor)));
    QuerySlice slice = gather(next, filter, found);
    for (int i = 1; i < ROUNDS && found.size() <= limit && !slice.isEnd(); i++) {
      slice = gather(next.after(slice.last()), filter, found);
    }
    List<T> items = found.stream().limit(limit).map(read).toList();
    if (found.size() > limit) {
      return new Page<>(items, encoded(position.apply(found.get(limit - 1))));
    }
    return new Page<>(
        items, slice.isEnd() ? null : encoded(position.apply(TableItem.of(slice.last()))));
  }

  private QuerySlice gather(
      TableQuery query, @Nullable Predicate<TableItem> filter, List<TableItem> found) {
    QuerySlice slice = table.query(query);
    slice.items().stream().filter(item -> filter == null || filter.test(item)).forEach(found::add);
    return slice;
  }

  private static String encoded(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  private String decoded(String cursor) {
    if (cursor.length() > LONGEST_CURSOR) {
      throw refused();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      String position = new String(bytes, StandardCharsets.UTF_8);
      if (!form.matcher(position).matches()) {
        throw refused();
      }
      return position;
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private static Fault refused() {
    return Fault.invalid("cursor", "Unknown cursor. Start again without it");
  }
}
