package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValueWriter;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Metrics of item collections, which only tables with local indexes have; the size is always
 * estimated as between 0 and 1 GB.
 */
final class ItemCollectionMetrics {
  private ItemCollectionMetrics() {}

  static boolean isRequested(InputStructure input) {
    String asked = input.text("ReturnItemCollectionMetrics");
    new RequestConstraints().oneOf("returnItemCollectionMetrics", asked, "SIZE", "NONE").enforce();
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
    DynamoDbTable table = write.table();
    AttributeValue hash = hash(write);
    if (hash == null || table.indexes().stream().allMatch(SecondaryIndex::global)) {
      return null;
    }
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    metrics
        .putObject("ItemCollectionKey")
        .set(table.keys().hash().name(), AttributeValueWriter.json(hash));
    metrics.putArray("SizeEstimateRangeGB").add(0.0).add(1.0);
    return metrics;
  }

  private static @Nullable AttributeValue hash(ItemWrite write) {
    DynamoDbItem key =
        switch (write.action()) {
          case ItemWrite.Put(DynamoDbItem item) -> item;
          case ItemWrite.Update change -> change.key();
          case ItemWrite.Delete(DynamoDbItem removed) -> removed;
          case ItemWrite.ConditionCheck ignored -> DynamoDbItem.EMPTY;
        };
    return key.get(write.table().keys().hash().name());
  }
}
