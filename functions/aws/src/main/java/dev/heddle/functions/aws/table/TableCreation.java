package dev.heddle.functions.aws.table;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates the tables where no stack did: on a laptop and in tests. */
public final class TableCreation {
  private TableCreation() {}

  /** Creates the table under this name and waits until it can be used; an existing one stays. */
  public static void createMissing(DynamoDbClient client, TableSpec definition, String name) {
    try {
      client.createTable(request(definition, name));
      client.waiter().waitUntilTableExists(r -> r.tableName(name));
      client.updateTimeToLive(
          r ->
              r.tableName(name)
                  .timeToLiveSpecification(t -> t.attributeName(TableItem.TTL).enabled(true)));
    } catch (ResourceInUseException e) {
      // It is there already, made by an earlier start.
    }
  }

  private static CreateTableRequest request(TableSpec definition, String name) {
    var request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes(definition))
            .keySchema(keys(TableKey.PARTITION, TableKey.SORT));
    if (!definition.indexes().isEmpty()) {
      request.globalSecondaryIndexes(
          definition.indexes().stream().map(TableCreation::index).toList());
    }
    return request.build();
  }

  private static List<AttributeDefinition> attributes(TableSpec definition) {
    Stream<String> ofIndexes =
        definition.indexes().stream()
            .map(TableSpec.Projection::index)
            .flatMap(index -> Stream.of(index.hash(), index.range()));
    return Stream.concat(Stream.of(TableKey.PARTITION, TableKey.SORT), ofIndexes)
        .distinct()
        .map(
            name ->
                AttributeDefinition.builder()
                    .attributeName(name)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }

  private static GlobalSecondaryIndex index(TableSpec.Projection projection) {
    TableIndex index = projection.index();
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.hash(), index.range()))
        .projection(
            p -> p.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(projection.attributes()))
        .build();
  }
}
