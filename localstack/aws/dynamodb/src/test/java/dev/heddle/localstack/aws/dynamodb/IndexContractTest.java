package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertInvalid;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Global and local secondary indexes as the API reference describes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexContractTest {
  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private String table;

  @BeforeAll
  void useTarget() {
    client = TARGET.client();
  }

  @BeforeEach
  void makeTable() {
    table = TARGET.table("N", IndexContractTest::indexes);
  }

  private static void indexes(CreateTableRequest.Builder create) {
    create
        .attributeDefinitions(
            d -> d.attributeName("pk").attributeType("S"),
            d -> d.attributeName("sk").attributeType("N"),
            d -> d.attributeName("owner").attributeType("S"),
            d -> d.attributeName("score").attributeType("N"))
        .globalSecondaryIndexes(
            g ->
                g.indexName("by-owner")
                    .keySchema(hash("owner"), range("score"))
                    .projection(p -> p.projectionType(ProjectionType.ALL)),
            g ->
                g.indexName("keys-of-owner")
                    .keySchema(hash("owner"))
                    .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY)),
            g ->
                g.indexName("some-of-owner")
                    .keySchema(hash("owner"))
                    .projection(
                        p -> p.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("colour")))
        .localSecondaryIndexes(
            l ->
                l.indexName("by-score")
                    .keySchema(hash("pk"), range("score"))
                    .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY)));
  }

  private static KeySchemaElement hash(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }

  private static KeySchemaElement range(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.RANGE).build();
  }

  private void put(String pk, int sk, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = new HashMap<>(key(pk, n(sk)));
    item.putAll(more);
    client.putItem(p -> p.tableName(table).item(item));
  }

  private QueryResponse byOwner(String index, Consumer<QueryRequest.Builder> more) {
    return client.query(
        q -> {
          q.tableName(table)
              .indexName(index)
              .keyConditionExpression("#o = :o")
              .expressionAttributeNames(Map.of("#o", "owner"))
              .expressionAttributeValues(Map.of(":o", s("ann")));
          more.accept(q);
        });
  }

  @Test
  void hasOnlyItemsWithItsKeys() {
    put("a", 1, Map.of("owner", s("ann"), "score", n(2)));
    put("a", 2, Map.of("owner", s("ann")));
    put("a", 3, Map.of("score", n(1)));
    assertThat(byOwner("by-owner", q -> {}).items())
        .containsExactly(Map.of("pk", s("a"), "sk", n(1), "owner", s("ann"), "score", n(2)));
    assertThat(byOwner("keys-of-owner", q -> {}).count()).isEqualTo(2);
  }

  @Test
  void followsEveryChange() {
    put("a", 1, Map.of("owner", s("ann"), "score", n(1)));
    put("a", 1, Map.of("owner", s("bob"), "score", n(1)));
    assertThat(byOwner("by-owner", q -> {}).items()).isEmpty();
    update("SET #o = :v", Map.of("#o", "owner"), Map.of(":v", s("ann")));
    assertThat(byOwner("by-owner", q -> {}).items()).hasSize(1);
    update("REMOVE score", Map.of(), Map.of());
    assertThat(byOwner("by-owner", q -> {}).items()).isEmpty();
    update("SET score = :v", Map.of(), Map.of(":v", n(5)));
    assertThat(byOwner("by-owner", q -> {}).items().getFirst()).containsEntry("score", n(5));
    client.deleteItem(d -> d.tableName(table).key(key("a", n(1))));
    assertThat(byOwner("keys-of-owner", q -> {}).items()).isEmpty();
  }

  private void update(
      String expression, Map<String, String> names, Map<String, AttributeValue> values) {
    client.updateItem(
        u -> {
          u.tableName(table).key(key("a", n(1))).updateExpression(expression);
          if (!names.isEmpty()) {
            u.expressionAttributeNames(names);
          }
          if (!values.isEmpty()) {
            u.expressionAttributeValues(values);
          }
        });
  }

  @Test
  void answersWithWhatItProjects() {
    put("a", 1, Map.of("owner", s("ann"), "colour", s("red"), "weight", n(3)));
    assertThat(byOwner("keys-of-owner", q -> {}).items())
        .containsExactly(Map.of("pk", s("a"), "sk", n(1), "owner", s("ann")));
    assertThat(byOwner("some-of-owner", q -> {}).items())
        .containsExactly(Map.of("pk", s("a"), "sk", n(1), "owner", s("ann"), "colour", s("red")));
    assertInvalid(
        () -> byOwner("keys-of-owner", q -> q.projectionExpression("colour")),
        "Global secondary index keys-of-owner does not project [colour]");
    assertInvalid(
        () -> byOwner("keys-of-owner", q -> q.select(Select.ALL_ATTRIBUTES)),
        "Select type ALL_ATTRIBUTES is not supported for global secondary index keys-of-owner"
            + " because its projection type is not ALL");
    assertRefused(
        () -> byOwner("by-owner", q -> q.consistentRead(true)),
        "Consistent reads are not supported on global secondary indexes");
  }

  @Test
  void pagesThroughEqualKeys() {
    for (int i = 0; i < 20; i++) {
      put("p" + i % 3, i, Map.of("owner", s("ann"), "score", n(i / 10)));
    }
    for (String index : List.of("by-owner", "keys-of-owner")) {
      for (boolean forward : new boolean[] {true, false}) {
        assertThat(pages(index, forward)).hasSize(20).doesNotHaveDuplicates();
      }
    }
    assertThat(pages("by-owner", true)).isEqualTo(pages("by-owner", false).reversed());
  }

  private List<Map<String, AttributeValue>> pages(String index, boolean forward) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    Map<String, AttributeValue> from = null;
    do {
      Map<String, AttributeValue> start = from;
      var page = byOwner(index, q -> q.limit(3).scanIndexForward(forward).exclusiveStartKey(start));
      found.addAll(page.items());
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (from != null);
    return found;
  }

  @Test
  void scansAnIndexInPagesAndSegments() {
    for (int i = 0; i < 30; i++) {
      put("p" + i % 5, i, Map.of("owner", s("o" + i % 7), "score", n(1)));
      put("q" + i % 5, i, Map.of());
    }
    List<Object> found = new ArrayList<>();
    for (int segment = 0; segment < 3; segment++) {
      int mine = segment;
      client
          .scanPaginator(
              scan ->
                  scan.tableName(table)
                      .indexName("by-owner")
                      .segment(mine)
                      .totalSegments(3)
                      .limit(4))
          .items()
          .forEach(found::add);
    }
    assertThat(found).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void sortsAPartitionByALocalIndex() {
    put("a", 1, Map.of("score", n(30), "colour", s("red")));
    put("a", 2, Map.of("score", n(20)));
    put("a", 3, Map.of());
    put("b", 4, Map.of("score", n(25)));
    Consumer<QueryRequest.Builder> query =
        q ->
            q.tableName(table)
                .indexName("by-score")
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND score >= :low")
                .expressionAttributeValues(Map.of(":pk", s("a"), ":low", n(20)));
    assertThat(client.query(query).items())
        .containsExactly(
            Map.of("pk", s("a"), "sk", n(2), "score", n(20)),
            Map.of("pk", s("a"), "sk", n(1), "score", n(30)));
    var fetched = client.query(query.andThen(q -> q.projectionExpression("colour")));
    assertThat(fetched.items()).containsExactly(Map.of(), Map.of("colour", s("red")));
    var whole = client.query(query.andThen(q -> q.select(Select.ALL_ATTRIBUTES)));
    assertThat(whole.items().getLast()).containsEntry("colour", s("red"));
  }

  @Test
  void refusesKeysOfTheWrongType() {
    assertInvalid(
        () -> put("a", 1, Map.of("owner", n(1))),
        "Type mismatch for Index Key owner Expected: S Actual: N IndexName: by-owner");
    put("a", 1, Map.of("owner", s("ann"), "score", n(1)));
    assertRefused(
        () -> update("SET score = :v", Map.of(), Map.of(":v", s("high"))),
        "The update expression attempted to update the secondary index key to unsupported type");
  }
}
