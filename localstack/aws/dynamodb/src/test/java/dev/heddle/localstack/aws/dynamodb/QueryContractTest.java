package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Query as the API reference describes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryContractTest {
  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private String texts;
  private String numbers;
  private String hashes;

  @BeforeAll
  void fill() {
    client = TARGET.client();
    texts = TARGET.rangeTable("S");
    numbers = TARGET.rangeTable("N");
    hashes = TARGET.hashTable();
    for (String sk : List.of("apple", "applet", "banana", "cherry", "żuraw", "\uD83E\uDDF5")) {
      put(texts, Map.of("pk", s("a"), "sk", s(sk), "length", n(sk.length())));
    }
    put(texts, Map.of("pk", s("b"), "sk", s("apple")));
    for (String sk : List.of("-20.5", "-3", "0", "0.001", "7", "10", "1E20")) {
      put(numbers, Map.of("pk", s("a"), "sk", n(sk)));
    }
  }

  private void put(String table, Map<String, AttributeValue> item) {
    client.putItem(p -> p.tableName(table).item(item));
  }

  private QueryResponse query(
      String table, String condition, Consumer<QueryRequest.Builder> more, Object... values) {
    Map<String, AttributeValue> placeholders = new HashMap<>(Map.of(":pk", s("a")));
    for (int at = 0; at < values.length; at++) {
      Object value = values[at];
      placeholders.put(":" + at, value instanceof AttributeValue v ? v : s(value.toString()));
    }
    return client.query(
        q -> {
          q.tableName(table)
              .keyConditionExpression(condition)
              .expressionAttributeValues(placeholders);
          more.accept(q);
        });
  }

  private List<String> texts(String condition, Object... values) {
    return query(texts, condition, q -> {}, values).items().stream()
        .map(item -> item.get("sk").s())
        .toList();
  }

  private List<String> numbers(String condition, Object... values) {
    return query(numbers, condition, q -> {}, values).items().stream()
        .map(item -> item.get("sk").n())
        .toList();
  }

  @Test
  void sortsTextsByTheirBytes() {
    assertThat(texts("pk = :pk"))
        .containsExactly("apple", "applet", "banana", "cherry", "żuraw", "\uD83E\uDDF5");
  }

  @Test
  void sortsNumbersByTheirValue() {
    assertThat(numbers("pk = :pk"))
        .containsExactly("-20.5", "-3", "0", "0.001", "7", "10", "100000000000000000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk = :0 | banana | banana",
        "sk < :0 | banana | apple applet",
        "sk <= :0 | banana | apple applet banana",
        "sk > :0 | cherry | żuraw \uD83E\uDDF5",
        "sk >= :0 | cherry | cherry żuraw \uD83E\uDDF5",
        ":0 > sk | banana | apple applet",
        "begins_with(sk, :0) | app | apple applet",
        "begins_with(sk, :0) | x | ''"
      })
  void findsASortKey(String condition, String value, String expected) {
    List<String> all = Stream.of(expected.split(" ")).filter(sk -> !sk.isEmpty()).toList();
    assertThat(texts("pk = :pk AND " + condition, value)).isEqualTo(all);
    assertThat(texts("(" + condition + ") AND (pk = :pk)", value)).isEqualTo(all);
  }

  @Test
  void findsARangeOfSortKeys() {
    assertThat(texts("pk = :pk AND sk BETWEEN :0 AND :1", "applet", "cherry"))
        .containsExactly("applet", "banana", "cherry");
    assertThat(numbers("pk = :pk AND sk BETWEEN :0 AND :1", n(-3), n("0.5")))
        .containsExactly("-3", "0", "0.001");
  }

  @Test
  void findsBinaryPrefixes() {
    String table = TARGET.rangeTable("B");
    List<byte[]> keys =
        List.of(new byte[] {1}, new byte[] {-1}, new byte[] {-1, -1}, new byte[] {-1, 0});
    for (byte[] key : keys) {
      AttributeValue sk = AttributeValue.fromB(SdkBytes.fromByteArray(key));
      put(table, Map.of("pk", s("a"), "sk", sk));
    }
    AttributeValue prefix = AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {-1}));
    var found = query(table, "pk = :pk AND begins_with(sk, :0)", q -> {}, prefix);
    assertThat(found.items().stream().map(item -> item.get("sk").b().asByteArray()))
        .containsExactly(new byte[] {-1}, new byte[] {-1, 0}, new byte[] {-1, -1});
  }

  @Test
  void readsBackwards() {
    var answer = query(numbers, "pk = :pk", q -> q.scanIndexForward(false).limit(3));
    assertThat(answer.items().stream().map(item -> item.get("sk").n()))
        .containsExactly("100000000000000000000", "10", "7");
    var next =
        query(
            numbers,
            "pk = :pk",
            q -> q.scanIndexForward(false).exclusiveStartKey(answer.lastEvaluatedKey()));
    assertThat(next.items().stream().map(item -> item.get("sk").n()))
        .containsExactly("0.001", "0", "-3", "-20.5");
    assertThat(next.hasLastEvaluatedKey()).isFalse();
  }

  @Test
  void pagesByLimit() {
    List<String> found = new ArrayList<>();
    Map<String, AttributeValue> from = null;
    do {
      Map<String, AttributeValue> start = from;
      var page = query(texts, "pk = :pk", q -> q.limit(2).exclusiveStartKey(start));
      page.items().forEach(item -> found.add(item.get("sk").s()));
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (from != null);
    assertThat(found).isEqualTo(texts("pk = :pk"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesWithinARange(boolean forward) {
    List<String> found = new ArrayList<>();
    Map<String, AttributeValue> from = null;
    do {
      Map<String, AttributeValue> start = from;
      var page =
          query(
              numbers,
              "pk = :pk AND sk BETWEEN :0 AND :1",
              q -> q.limit(1).scanIndexForward(forward).exclusiveStartKey(start),
              n(-3),
              n(10));
      page.items().forEach(item -> found.add(item.get("sk").n()));
      from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (from != null);
    List<String> ascending = List.of("-3", "0", "0.001", "7", "10");
    assertThat(found).isEqualTo(forward ? ascending : ascending.reversed());
  }

  @Test
  void countsTheLimitBeforeTheFilter() {
    var answer =
        query(
            texts,
            "pk = :pk",
            q ->
                q.limit(3)
                    .filterExpression("#l > :0")
                    .expressionAttributeNames(Map.of("#l", "length")),
            n(5));
    assertThat(answer.scannedCount()).isEqualTo(3);
    assertThat(answer.count()).isEqualTo(2);
    assertThat(answer.lastEvaluatedKey()).isEqualTo(key("a", s("banana")));
  }

  @Test
  void countsWithoutItems() {
    var answer = query(texts, "pk = :pk", q -> q.select(Select.COUNT));
    assertThat(answer.count()).isEqualTo(6);
    assertThat(answer.hasItems()).isFalse();
  }

  @Test
  void projects() {
    var answer = query(texts, "pk = :pk", q -> q.projectionExpression("sk").limit(1));
    assertThat(answer.items()).containsExactly(Map.of("sk", s("apple")));
  }

  @Test
  void pagesByOneMegabyte() {
    String table = TARGET.rangeTable("N");
    for (int i = 0; i < 6; i++) {
      put(table, Map.of("pk", s("a"), "sk", n(i), "data", s("x".repeat(300_000))));
    }
    var page = query(table, "pk = :pk", q -> {});
    assertThat(page.count()).isEqualTo(4);
    var rest = query(table, "pk = :pk", q -> q.exclusiveStartKey(page.lastEvaluatedKey()));
    assertThat(rest.count()).isEqualTo(2);
  }

  @Test
  void findsTheOneItemOfATableWithoutSortKeys() {
    put(hashes, Map.of("pk", s("a"), "x", n(1)));
    assertThat(query(hashes, "pk = :pk", q -> {}).items()).hasSize(1);
    assertRefused(
        () -> query(hashes, "pk = :pk AND x = :0", q -> {}, n(1)),
        "Query key condition not supported");
  }
}
