package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertInvalid;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** What Query refuses, and in which words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryRefusalContractTest {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk = :pk | Query condition missed key schema element: pk",
        "pk > :pk | Query key condition not supported",
        "begins_with(pk, :pk) | Query key condition not supported",
        "pk = :pk AND x = :pk | Query condition missed key schema element: sk",
        "pk = :pk AND pk = :pk | KeyConditionExpressions must only contain one condition per key",
        "pk = :pk OR sk = :pk | Invalid operator used in KeyConditionExpression: OR",
        "NOT pk = :pk | Invalid operator used in KeyConditionExpression: NOT",
        "pk = :pk AND sk <> :pk | Invalid operator used in KeyConditionExpression: <>",
        "pk = :pk AND sk IN (:pk) | Invalid operator used in KeyConditionExpression: IN",
        "pk = :pk AND contains(sk, :pk)"
            + " | Invalid operator used in KeyConditionExpression: contains",
        "pk = :pk AND attribute_exists(sk)"
            + " | Invalid operator used in KeyConditionExpression: attribute_exists",
        "pk = :pk AND size(sk) = :pk | KeyConditionExpressions cannot contain nested operations",
        "pk.a = :pk | KeyConditionExpressions cannot have conditions on nested attributes",
        "pk = :pk AND sk = x | Invalid condition in KeyConditionExpression: Multiple attribute"
            + " names used in one condition",
        "pk = :pk AND begins_with(:pk, sk) | Invalid condition in KeyConditionExpression:"
            + " begins_with operator must have the key attribute as its first operand"
      })
  void refusesKeyConditions(String condition, String message) {
    assertRefused(() -> query(texts, condition, q -> {}), message);
  }

  @Test
  void refusesValuesOfAnotherType() {
    assertInvalid(
        () -> query(texts, "pk = :pk AND sk = :0", q -> {}, n(1)),
        "Condition parameter type does not match schema type");
  }

  @Test
  void refusesEmptyKeys() {
    assertRefused(
        () -> query(texts, "pk = :pk AND sk = :0", q -> {}, ""),
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: sk");
  }

  @Test
  void refusesFiltersOnKeys() {
    assertRefused(
        () -> query(texts, "pk = :pk", q -> q.filterExpression("sk = :0"), "x"),
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk");
  }

  @Test
  void refusesStartsElsewhere() {
    assertRefused(
        () -> query(texts, "pk = :pk", q -> q.exclusiveStartKey(key("b", s("x")))),
        "The provided starting key is outside query boundaries based on provided conditions");
    assertRefused(
        () ->
            query(
                texts,
                "pk = :pk AND sk > :0",
                q -> q.exclusiveStartKey(key("a", s("apple"))),
                "banana"),
        "The provided starting key does not match the range key predicate");
    assertRefused(
        () -> query(texts, "pk = :pk", q -> q.exclusiveStartKey(key("a"))),
        "The provided starting key is invalid: The provided key element does not match the schema");
  }

  @Test
  void refusesContradictions() {
    assertRefused(
        () -> client.query(q -> q.tableName(texts)),
        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
            + " request.");
    assertRefused(
        () -> query(texts, "pk = :pk", q -> q.limit(0)),
        "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member"
            + " must have value greater than or equal to 1");
    assertRefused(
        () -> query(texts, "pk = :pk", q -> q.select(Select.COUNT).projectionExpression("sk")),
        "Cannot specify the ProjectionExpression when choosing to get COUNT");
    assertRefused(
        () -> query(texts, "pk = :pk", q -> q.select(Select.SPECIFIC_ATTRIBUTES)),
        "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
            + " SPECIFIC_ATTRIBUTES");
    assertRefused(
        () -> query(texts, "pk = :pk", q -> q.select(Select.ALL_PROJECTED_ATTRIBUTES)),
        "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    assertRefused(
        () -> query(texts, "pk = :pk", q -> q.indexName("nothing")),
        "The table does not have the specified index: nothing");
  }
}
