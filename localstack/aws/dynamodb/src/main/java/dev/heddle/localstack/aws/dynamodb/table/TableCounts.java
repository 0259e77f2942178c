package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.store.ItemCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many items and bytes tables and indexes have. Like the service's own, the numbers of a large
 * table are up to six hours old; those of a table of up to 10,000 items are of this moment.
 */
final class TableCounts {
  private static final Duration KEPT = Duration.ofHours(6);
  // Counting a large table reads all of it, and consoles ask every few seconds.
  private static final long SMALL = 10_000;

  private final DynamoDbStore store;
  private final Map<String, Count> known = new ConcurrentHashMap<>();

  /** Items and bytes at a moment. */
  record Count(ItemCounter.Total total, Instant at) {
    void describe(ObjectNode node, String what) {
      node.put("ItemCount", total.items()).put(what + "SizeBytes", total.bytes());
    }
  }

  TableCounts(DynamoDbStore store) {
    this.store = store;
  }

  Count of(DynamoDbTable table) {
    return count(Long.toString(table.id()), () -> ItemCounter.count(store.database(), table));
  }

  Count of(DynamoDbTable table, SecondaryIndex index) {
    return count(
        table.id() + "/" + index.id(), () -> ItemCounter.count(store.database(), table, index));
  }

  private Count count(String key, Supplier<ItemCounter.Total> counter) {
    Instant now = store.clock().instant();
    Count last = known.get(key);
    if (last != null && last.total().items() > SMALL && last.at().plus(KEPT).isAfter(now)) {
      return last;
    }
    // Outside a lock: two may count at the same time, which is better than all waiting for one.
    Count counted = new Count(counter.get(), now);
    known.put(key, counted);
    return counted;
  }
}
