package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Indexes that are added to a table with items, and deleted from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUpdateContractTest {
  private static final int ITEMS = 1_200;

  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private String table;

  @BeforeAll
  void fill() {
    client = TARGET.client();
    table = TARGET.rangeTable("N");
    for (int from = 0; from < ITEMS; from += 25) {
      List<WriteRequest> puts = new ArrayList<>();
      for (int i = from; i < from + 25; i++) {
        var item = item("p" + i % 9, i, "c" + i % 2);
        puts.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
      }
      client.batchWriteItem(b -> b.requestItems(Map.of(table, puts)));
    }
  }

  private static Map<String, AttributeValue> item(String pk, int sk, String colour) {
    return Map.of("pk", s(pk), "sk", n(sk), "colour", s(colour));
  }

  @Test
  void fillsAnIndexThatIsAddedLater() {
    client.updateTable(
        u ->
            u.tableName(table)
                .attributeDefinitions(d -> d.attributeName("colour").attributeType("S"))
                .globalSecondaryIndexUpdates(
                    g ->
                        g.create(
                            c ->
                                c.indexName("by-colour")
                                    .keySchema(k -> k.attributeName("colour").keyType(KeyType.HASH))
                                    .projection(p -> p.projectionType(ProjectionType.ALL)))));
    client.putItem(p -> p.tableName(table).item(item("late", 1, "c0")));
    Eventually.until(() -> status() == IndexStatus.ACTIVE);
    assertThat(count("c0")).isEqualTo(ITEMS / 2 + 1);
    assertThat(count("c1")).isEqualTo(ITEMS / 2);
    client.updateTable(
        u ->
            u.tableName(table)
                .globalSecondaryIndexUpdates(g -> g.delete(d -> d.indexName("by-colour"))));
    Eventually.until(() -> status() == null);
    client.putItem(p -> p.tableName(table).item(item("late", 2, "c0")));
  }

  private long count(String colour) {
    return client
        .queryPaginator(
            q ->
                q.tableName(table)
                    .indexName("by-colour")
                    .keyConditionExpression("colour = :c")
                    .expressionAttributeValues(Map.of(":c", s(colour))))
        .items()
        .stream()
        .count();
  }

  private @Nullable IndexStatus status() {
    return client.describeTable(d -> d.tableName(table)).table().globalSecondaryIndexes().stream()
        .map(GlobalSecondaryIndexDescription::indexStatus)
        .findFirst()
        .orElse(null);
  }
}
