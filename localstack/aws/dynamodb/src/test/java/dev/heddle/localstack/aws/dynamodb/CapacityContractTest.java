package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Consumed capacity as the developer guide counts it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapacityContractTest {
  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private String table;

  @BeforeAll
  void makeTable() {
    client = TARGET.client();
    table =
        TARGET.table(
            "",
            c ->
                c.attributeDefinitions(
                        d -> d.attributeName("pk").attributeType("S"),
                        d -> d.attributeName("owner").attributeType("S"))
                    .globalSecondaryIndexes(
                        g ->
                            g.indexName("by-owner")
                                .keySchema(k -> k.attributeName("owner").keyType(KeyType.HASH))
                                .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))));
  }

  private ConsumedCapacity put(Map<String, AttributeValue> item) {
    return client
        .putItem(
            p ->
                p.tableName(table)
                    .item(item)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
        .consumedCapacity();
  }

  @Test
  void countsWrittenKilobytes() {
    assertThat(put(key("small")).capacityUnits()).isEqualTo(1);
    var large = Map.of("pk", s("large"), "x", s("y".repeat(2_100)));
    assertThat(put(large).capacityUnits()).isEqualTo(3);
    assertThat(put(key("large")).capacityUnits()).isEqualTo(3);
  }

  @Test
  void countsWhatAnIndexWrites() {
    var indexed = put(Map.of("pk", s("a"), "owner", s("ann"), "x", n(1)));
    assertThat(indexed.capacityUnits()).isEqualTo(2);
    assertThat(indexed.table().capacityUnits()).isEqualTo(1);
    assertThat(indexed.globalSecondaryIndexes().get("by-owner").capacityUnits()).isEqualTo(1);
    var untouched = put(Map.of("pk", s("a"), "owner", s("ann"), "x", n(2)));
    assertThat(untouched.capacityUnits()).isEqualTo(1);
    var moved = put(Map.of("pk", s("a"), "owner", s("bob"), "x", n(2)));
    assertThat(moved.globalSecondaryIndexes().get("by-owner").capacityUnits()).isEqualTo(2);
  }

  @Test
  void countsReadKilobytes() {
    client.putItem(
        p -> p.tableName(table).item(Map.of("pk", s("read"), "x", s("y".repeat(5_000)))));
    assertThat(read("read", false)).isEqualTo(1);
    assertThat(read("read", true)).isEqualTo(2);
    assertThat(read("absent", true)).isEqualTo(1);
    assertThat(read("absent", false)).isEqualTo(0.5);
  }

  private double read(String pk, boolean consistent) {
    return client
        .getItem(
            g ->
                g.tableName(table)
                    .key(key(pk))
                    .consistentRead(consistent)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .consumedCapacity()
        .capacityUnits();
  }

  @Test
  void countsTransactionsTwice() {
    var written =
        client.transactWriteItems(
            t ->
                t.transactItems(i -> i.put(p -> p.tableName(table).item(key("transacted"))))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    assertThat(written.consumedCapacity().getFirst().capacityUnits()).isEqualTo(2);
    var read =
        client.transactGetItems(
            t ->
                t.transactItems(i -> i.get(g -> g.tableName(table).key(key("transacted"))))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    assertThat(read.consumedCapacity().getFirst().capacityUnits()).isEqualTo(2);
  }
}
