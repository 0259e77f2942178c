package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** TransactWriteItems and TransactGetItems as the API reference describes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionContractTest {
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

  private Map<String, AttributeValue> get(String pk) {
    return client.getItem(g -> g.tableName(table).key(key(pk)).consistentRead(true)).item();
  }

  private TransactWriteItem put(String pk) {
    return TransactWriteItem.builder().put(p -> p.tableName(table).item(key(pk))).build();
  }

  private TransactWriteItem putNew(String pk) {
    return TransactWriteItem.builder()
        .put(
            p ->
                p.tableName(table)
                    .item(key(pk))
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private TransactWriteItem add(String pk, AttributeValue value) {
    return TransactWriteItem.builder()
        .update(
            u ->
                u.tableName(table)
                    .key(key(pk))
                    .updateExpression("SET hits = hits + :v")
                    .expressionAttributeValues(Map.of(":v", value)))
        .build();
  }

  private void transact(TransactWriteItem... items) {
    client.transactWriteItems(t -> t.transactItems(items));
  }

  private static List<String> codes(TransactionCanceledException e) {
    return e.cancellationReasons().stream().map(CancellationReason::code).toList();
  }

  @Test
  void writesAll() {
    client.putItem(p -> p.tableName(table).item(Map.of("pk", s("all-1"), "hits", n(1))));
    client.putItem(p -> p.tableName(table).item(key("all-2")));
    client.putItem(p -> p.tableName(other).item(key("all-3", n(1))));
    transact(
        add("all-1", n(2)),
        TransactWriteItem.builder().delete(d -> d.tableName(table).key(key("all-2"))).build(),
        TransactWriteItem.builder()
            .conditionCheck(
                c ->
                    c.tableName(other)
                        .key(key("all-3", n(1)))
                        .conditionExpression("attribute_exists(pk)"))
            .build(),
        put("all-4"));
    assertThat(get("all-1")).containsEntry("hits", n(3));
    assertThat(get("all-2")).isEmpty();
    assertThat(get("all-4")).isNotEmpty();
  }

  @Test
  void writesNoneIfOneConditionFails() {
    client.putItem(p -> p.tableName(table).item(Map.of("pk", s("none-2"), "x", n(7))));
    assertThatThrownBy(() -> transact(put("none-1"), putNew("none-2"), put("none-3")))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "Transaction cancelled, please refer cancellation reasons for specific"
                          + " reasons [None, ConditionalCheckFailed, None]");
              assertThat(codes(e)).containsExactly("None", "ConditionalCheckFailed", "None");
              CancellationReason reason = e.cancellationReasons().get(1);
              assertThat(reason.message()).isEqualTo("The conditional request failed");
              assertThat(reason.item()).containsEntry("x", n(7));
              assertThat(e.cancellationReasons().getFirst().message()).isNull();
            });
    assertThat(get("none-1")).isEmpty();
    assertThat(get("none-3")).isEmpty();
  }

  @Test
  void saysWhichItemIsInvalid() {
    assertThatThrownBy(() -> transact(put("invalid-1"), add("invalid-2", n(1))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e -> {
              assertThat(codes(e)).containsExactly("None", "ValidationError");
              assertThat(e.cancellationReasons().getLast().message())
                  .isEqualTo(
                      "The provided expression refers to an attribute that does not exist in the"
                          + " item");
            });
  }

  @Test
  void carriesOutATokenOnce() {
    client.putItem(p -> p.tableName(table).item(Map.of("pk", s("token"), "hits", n(0))));
    String token = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      var capacity = i == 2 ? ReturnConsumedCapacity.TOTAL : ReturnConsumedCapacity.NONE;
      client.transactWriteItems(
          t ->
              t.transactItems(add("token", n(1)))
                  .clientRequestToken(token)
                  .returnConsumedCapacity(capacity));
    }
    assertThat(get("token")).containsEntry("hits", n(1));
    assertThatThrownBy(
            () ->
                client.transactWriteItems(
                    t -> t.transactItems(add("token", n(2))).clientRequestToken(token)))
        .isInstanceOf(IdempotentParameterMismatchException.class);
  }

  @Test
  void forgetsTheTokenOfACancelledTransaction() {
    client.putItem(p -> p.tableName(table).item(key("cancelled")));
    String token = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  client.transactWriteItems(
                      t -> t.transactItems(putNew("cancelled")).clientRequestToken(token)))
          .isInstanceOf(TransactionCanceledException.class);
    }
  }

  @Test
  void readsAll() {
    client.putItem(p -> p.tableName(table).item(Map.of("pk", s("read"), "x", n(1), "y", n(2))));
    var answer =
        client.transactGetItems(
            t ->
                t.transactItems(
                    i -> i.get(g -> g.tableName(table).key(key("read")).projectionExpression("y")),
                    i -> i.get(g -> g.tableName(table).key(key("unread")))));
    assertThat(answer.responses()).hasSize(2);
    assertThat(answer.responses().getFirst().item()).isEqualTo(Map.of("y", n(2)));
    assertThat(answer.responses().getLast().hasItem()).isFalse();
  }

  @Test
  void refusesTheSameItemTwice() {
    String message = "Transaction request cannot include multiple operations on one item";
    assertRefused(() -> transact(put("twice"), add("twice", n(1))), message);
    assertRefused(
        () ->
            client.transactGetItems(
                t ->
                    t.transactItems(
                        i -> i.get(g -> g.tableName(table).key(key("twice"))),
                        i -> i.get(g -> g.tableName(table).key(key("twice"))))),
        message);
  }

  @Test
  void refusesTooManyItems() {
    var puts = IntStream.range(0, 101).mapToObj(i -> put("many-" + i)).toList();
    assertThatThrownBy(() -> client.transactWriteItems(t -> t.transactItems(puts)))
        .hasMessageContaining("Member must have length less than or equal to 100");
    assertThatThrownBy(
            () ->
                client.transactWriteItems(
                    t -> t.transactItems(Collections.<TransactWriteItem>emptyList())))
        .hasMessageContaining("Member must have length greater than or equal to 1");
  }

  @Test
  void refusesAnItemWithTwoOperations() {
    var both =
        TransactWriteItem.builder()
            .put(p -> p.tableName(table).item(key("both")))
            .delete(d -> d.tableName(table).key(key("both")))
            .build();
    assertRefused(
        () -> transact(both), "TransactItems can only contain one of Check, Put, Update or Delete");
  }

  @Test
  void keepsTwoItemsInStepUnderContention() {
    for (String pk : List.of("left", "right")) {
      client.putItem(p -> p.tableName(table).item(Map.of("pk", s(pk), "hits", n(0))));
    }
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> transact(add("left", n(1)), add("right", n(-1))));
    assertThat(get("left")).containsEntry("hits", n(40));
    assertThat(get("right")).containsEntry("hits", n(-40));
  }
}
