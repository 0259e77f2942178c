package dev.heddle.localstack.aws.dynamodb.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.KeySchema;
import dev.heddle.localstack.aws.dynamodb.schema.ProvisionedThroughput;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes tables as the service does. */
final class TableDescriptions {
  private final TableCounts counts;

  TableDescriptions(DynamoDbStore store) {
    this.counts = new TableCounts(store);
  }

  ObjectNode describe(DynamoDbTable table, String status) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("TableName", table.name())
        .put("TableArn", table.arn())
        .put("TableId", id(table))
        .put("TableStatus", status)
        .put("CreationDateTime", table.created() / 1_000.0)
        .put("DeletionProtectionEnabled", table.deletionProtection());
    attributes(node, table);
    keys(node, table.keys());
    throughput(node, table.throughput());
    billing(node, table);
    stream(node, table);
    counts.of(table).describe(node, "Table");
    table
        .indexes()
        .forEach(index -> node.withArrayProperty(member(index)).add(index(table, index)));
    return node;
  }

  private static String id(DynamoDbTable table) {
    return UUID.nameUUIDFromBytes(Long.toString(table.id()).getBytes(US_ASCII)).toString();
  }

  private static String member(SecondaryIndex index) {
    return index.global() ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
  }

  private ObjectNode index(DynamoDbTable table, SecondaryIndex index) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("IndexName", index.name()).put("IndexArn", table.arn() + "/index/" + index.name());
    keys(node, index.keys());
    ObjectNode projection = node.putObject("Projection");
    projection.put("ProjectionType", index.projection().name());
    if (!index.included().isEmpty()) {
      index.included().forEach(projection.putArray("NonKeyAttributes")::add);
    }
    if (index.global()) {
      node.put("IndexStatus", index.status().name());
      if (index.status() == SecondaryIndex.Status.CREATING) {
        node.put("Backfilling", true);
      }
      throughput(node, index.throughput());
    }
    counts.of(table, index).describe(node, "Index");
    return node;
  }

  private static void attributes(ObjectNode node, DynamoDbTable table) {
    Set<KeyAttribute> attributes = new LinkedHashSet<>(table.keys().attributes());
    table.indexes().forEach(index -> attributes.addAll(index.keys().attributes()));
    ArrayNode definitions = node.putArray("AttributeDefinitions");
    for (KeyAttribute attribute : attributes) {
      definitions
          .addObject()
          .put("AttributeName", attribute.name())
          .put("AttributeType", attribute.type());
    }
  }

  private static void keys(ObjectNode node, KeySchema keys) {
    ArrayNode schema = node.putArray("KeySchema");
    schema.addObject().put("AttributeName", keys.hash().name()).put("KeyType", "HASH");
    if (keys.range() != null) {
      schema.addObject().put("AttributeName", keys.range().name()).put("KeyType", "RANGE");
    }
  }

  private static void throughput(ObjectNode node, @Nullable ProvisionedThroughput throughput) {
    node.putObject("ProvisionedThroughput")
        .put("NumberOfDecreasesToday", 0)
        .put("ReadCapacityUnits", throughput == null ? 0 : throughput.read())
        .put("WriteCapacityUnits", throughput == null ? 0 : throughput.write());
  }

  private static void billing(ObjectNode node, DynamoDbTable table) {
    if (table.throughput() == null) {
      node.putObject("BillingModeSummary")
          .put("BillingMode", "PAY_PER_REQUEST")
          .put("LastUpdateToPayPerRequestDateTime", table.created() / 1_000.0);
    }
  }

  private static void stream(ObjectNode node, DynamoDbTable table) {
    StreamSettings stream = table.stream();
    if (stream == null) {
      return;
    }
    node.put("LatestStreamArn", table.streamArn()).put("LatestStreamLabel", stream.label());
    if (stream.enabled()) {
      node.putObject("StreamSpecification")
          .put("StreamEnabled", true)
          .put("StreamViewType", stream.view().name());
    }
  }
}
