package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** BatchWriteItem and BatchGetItem as the API reference describes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchContractTest {
  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private String table;
  private String other;

  @BeforeAll
  void makeTables() {
    client = TARGET.client();
    table = TARGET.hashTable();
    other = TARGET.rangeTable("N");
  }

  private static WriteRequest put(String pk) {
    return WriteRequest.builder().putRequest(p -> p.item(key(pk))).build();
  }

  private static WriteRequest delete(String pk) {
    return WriteRequest.builder().deleteRequest(d -> d.key(key(pk))).build();
  }

  @Test
  void writesAndReadsManyTables() {
    client.batchWriteItem(b -> b.requestItems(Map.of(table, List.of(put("gone")))));
    var elsewhere = WriteRequest.builder().putRequest(p -> p.item(key("c", n(1)))).build();
    var written =
        client.batchWriteItem(
            b ->
                b.requestItems(
                    Map.of(
                        table, List.of(put("a"), put("b"), delete("gone")),
                        other, List.of(elsewhere))));
    assertThat(written.unprocessedItems()).isEmpty();
    var read =
        client.batchGetItem(
            b ->
                b.requestItems(
                    Map.of(
                        table, keys("a", "b", "gone"),
                        other,
                            KeysAndAttributes.builder()
                                .keys(key("c", n(1)))
                                .projectionExpression("sk")
                                .consistentRead(true)
                                .build())));
    assertThat(read.responses().get(table)).containsExactlyInAnyOrder(key("a"), key("b"));
    assertThat(read.responses().get(other)).containsExactly(Map.of("sk", n(1)));
    assertThat(read.unprocessedKeys()).isEmpty();
  }

  private static KeysAndAttributes keys(String... keys) {
    return KeysAndAttributes.builder()
        .keys(List.of(keys).stream().map(ContractTarget::key).toList())
        .build();
  }

  @Test
  void leavesWhatDoesNotFitIntoSixteenMegabytes() {
    String data = "x".repeat(390_000);
    String[] keys = IntStream.range(0, 50).mapToObj(i -> "big-" + i).toArray(String[]::new);
    for (String pk : keys) {
      client.putItem(p -> p.tableName(table).item(Map.of("pk", s(pk), "data", s(data))));
    }
    var read = client.batchGetItem(b -> b.requestItems(Map.of(table, keys(keys))));
    var rest = client.batchGetItem(b -> b.requestItems(read.unprocessedKeys()));
    assertThat(read.responses().get(table)).hasSizeBetween(40, 45);
    assertThat(read.responses().get(table).size() + rest.responses().get(table).size())
        .isEqualTo(50);
  }

  @Test
  void refusesDuplicates() {
    String message = "Provided list of item keys contains duplicates";
    assertRefused(
        () ->
            client.batchWriteItem(
                b -> b.requestItems(Map.of(table, List.of(put("a"), delete("a"))))),
        message);
    assertRefused(
        () -> client.batchGetItem(b -> b.requestItems(Map.of(table, keys("a", "a")))), message);
  }

  @Test
  void refusesTooMany() {
    var puts = IntStream.range(0, 13).mapToObj(i -> put("p" + i)).toList();
    var elsewhere =
        IntStream.range(0, 13)
            .mapToObj(i -> WriteRequest.builder().putRequest(p -> p.item(key("p", n(i)))).build())
            .toList();
    assertRefused(
        () -> client.batchWriteItem(b -> b.requestItems(Map.of(table, puts, other, elsewhere))),
        "Too many items requested for the BatchWriteItem call");
  }

  @Test
  void writesNothingIfOneItemIsInvalid() {
    var bad = WriteRequest.builder().putRequest(p -> p.item(Map.of("x", s("y")))).build();
    assertRefused(
        () -> client.batchWriteItem(b -> b.requestItems(Map.of(table, List.of(put("good"), bad)))),
        "One or more parameter values were invalid: Missing the key pk in the item");
    assertThat(client.getItem(g -> g.tableName(table).key(key("good"))).hasItem()).isFalse();
  }
}
