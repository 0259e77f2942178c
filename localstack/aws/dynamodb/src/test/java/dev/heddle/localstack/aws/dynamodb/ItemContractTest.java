package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** PutItem, GetItem, UpdateItem and DeleteItem as the API reference describes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemContractTest {
  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private String table;

  @BeforeAll
  void makeTable() {
    client = TARGET.client();
    table = TARGET.hashTable();
  }

  private Map<String, AttributeValue> get(String pk) {
    return client.getItem(g -> g.tableName(table).key(key(pk)).consistentRead(true)).item();
  }

  private void put(Map<String, AttributeValue> item) {
    client.putItem(p -> p.tableName(table).item(item));
  }

  @Test
  void keepsEveryType() {
    Map<String, AttributeValue> item =
        Map.ofEntries(
            Map.entry("pk", s("types")),
            Map.entry("string", s("żółć 🧵")),
            Map.entry("empty", s("")),
            Map.entry("number", n("-12.5")),
            Map.entry("binary", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1}))),
            Map.entry("true", AttributeValue.fromBool(true)),
            Map.entry("false", AttributeValue.fromBool(false)),
            Map.entry("null", AttributeValue.fromNul(true)),
            Map.entry("list", AttributeValue.fromL(List.of(s("a"), n(1)))),
            Map.entry("map", AttributeValue.fromM(Map.of("a", n(1), "b", s("c")))),
            Map.entry("strings", AttributeValue.fromSs(List.of("a", "b"))),
            Map.entry("numbers", AttributeValue.fromNs(List.of("1", "2.5"))),
            Map.entry(
                "binaries",
                AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(new byte[] {1})))));
    put(item);
    assertThat(get("types")).isEqualTo(item);
  }

  @Test
  void answersNothingForAnItemThatIsNotThere() {
    var answer = client.getItem(g -> g.tableName(table).key(key("nowhere")));
    assertThat(answer.hasItem()).isFalse();
  }

  @Test
  void replacesAnItemAndAnswersWithTheOldOne() {
    put(Map.of("pk", s("replaced"), "a", n(1)));
    var answer =
        client.putItem(
            p ->
                p.tableName(table)
                    .item(Map.of("pk", s("replaced"), "b", n(2)))
                    .returnValues(ReturnValue.ALL_OLD));
    assertThat(answer.attributes()).isEqualTo(Map.of("pk", s("replaced"), "a", n(1)));
    assertThat(get("replaced")).isEqualTo(Map.of("pk", s("replaced"), "b", n(2)));
  }

  @Test
  void deletesAnItemAndAnswersWithIt() {
    put(Map.of("pk", s("deleted"), "a", n(1)));
    var answer =
        client.deleteItem(
            d -> d.tableName(table).key(key("deleted")).returnValues(ReturnValue.ALL_OLD));
    assertThat(answer.attributes()).containsEntry("a", n(1));
    assertThat(get("deleted")).isEmpty();
    assertThat(client.deleteItem(d -> d.tableName(table).key(key("deleted"))).hasAttributes())
        .isFalse();
  }

  @Test
  void refusesAPutWhoseConditionFailsAndShowsTheItem() {
    put(Map.of("pk", s("guarded"), "version", n(3)));
    assertThatThrownBy(
            () ->
                client.putItem(
                    p ->
                        p.tableName(table)
                            .item(Map.of("pk", s("guarded"), "version", n(4)))
                            .conditionExpression("version = :expected")
                            .expressionAttributeValues(Map.of(":expected", n(2)))
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)))
        .isInstanceOfSatisfying(
            ConditionalCheckFailedException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("The conditional request failed");
              assertThat(e.item()).containsEntry("version", n(3));
            });
    assertThat(get("guarded")).containsEntry("version", n(3));
  }

  @Test
  void createsOnlyOnce() {
    Runnable create =
        () ->
            client.putItem(
                p ->
                    p.tableName(table)
                        .item(key("once"))
                        .conditionExpression("attribute_not_exists(pk)"));
    create.run();
    assertThatThrownBy(create::run).isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void keepsNumbersExactly() {
    String digits = "1234567890123456789012345678901234567.8";
    put(Map.of("pk", s("exact"), "a", n(digits), "b", n("1E3"), "c", n("007.500")));
    assertThat(get("exact"))
        .containsEntry("a", n(digits))
        .containsEntry("b", n("1000"))
        .containsEntry("c", n("7.5"));
  }

  @Test
  void refusesATableThatIsNotThere() {
    assertThatThrownBy(() -> client.getItem(g -> g.tableName("no-such-table").key(key("a"))))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("Requested resource not found");
  }

  @Test
  void refusesKeysThatDoNotFit() {
    assertRefused(
        () -> client.getItem(g -> g.tableName(table).key(Map.of("pk", n(1)))),
        "The provided key element does not match the schema");
    assertRefused(
        () -> put(Map.of("other", s("x"))),
        "One or more parameter values were invalid: Missing the key pk in the item");
    assertRefused(
        () -> put(Map.of("pk", n(1))),
        "One or more parameter values were invalid: Type mismatch for key pk expected: S actual:"
            + " N");
    assertRefused(
        () -> put(Map.of("pk", s(""))),
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: pk");
  }

  @Test
  void refusesItemsThatAreTooLarge() {
    put(Map.of("pk", s("large"), "data", s("x".repeat(400 * 1024 - 11))));
    assertRefused(
        () -> put(Map.of("pk", s("large"), "data", s("x".repeat(400 * 1024 - 10)))),
        "Item size has exceeded the maximum allowed size");
  }
}
