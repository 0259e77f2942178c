package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.Item;
import dev.heddle.localstack.aws.dynamodb.value.ValueWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Metrics of item collections, which only tables with local indexes have; the size is always
 * estimated as between 0 and 1 GB.
 */
final class ItemCollections {
  private ItemCollections() {}

  static boolean asked(Input input) {
    String asked = input.text("ReturnItemCollectionMetrics");
    new Constraints().oneOf("returnItemCollectionMetrics", asked, "SIZE", "NONE").enforce();
    return "SIZE".equals(asked);
  }

  /** Adds the metrics of one write. */
  static void report(ObjectNode answer, ItemWrite write) {
    ObjectNode metrics = metrics(write);
    if (metrics != null) {
      answer.set("ItemCollectionMetrics", metrics);
    }
  }

  /** Adds the metrics of writes to many tables. */
  static void reportAll(ObjectNode answer, Iterable<ItemWrite> writes) {
    ObjectNode tables = answer.objectNode();
    for (ItemWrite write : writes) {
      ObjectNode metrics = metrics(write);
      if (metrics != null) {
        tables.withArrayProperty(write.table().name()).add(metrics);
      }
    }
    if (!tables.isEmpty()) {
      answer.set("ItemCollectionMetrics", tables);
    }
  }

  private static @Nullable ObjectNode metrics(ItemWrite write) {
    Table table = write.table();
    AttributeValue hash = hash(write);
    if (hash == null || table.indexes().stream().allMatch(Index::global)) {
      return null;
    }
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    metrics.putObject("ItemCollectionKey").set(table.keys().hash().name(), ValueWriter.json(hash));
    metrics.putArray("SizeEstimateRangeGB").add(0.0).add(1.0);
    return metrics;
  }

  private static @Nullable AttributeValue hash(ItemWrite write) {
    Item key =
        switch (write.action()) {
          case ItemWrite.Put(Item item) -> item;
          case ItemWrite.Change change -> change.key();
          case ItemWrite.Remove(Item removed) -> removed;
          case ItemWrite.Check ignored -> Item.EMPTY;
        };
    return key.get(write.table().keys().hash().name());
  }
}
