package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** UpdateItem and projections as the API reference describes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemUpdateContractTest {
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
  void updatesWithEveryAction() {
    put(
        Map.of(
            "pk", s("updated"),
            "count", n(5),
            "gone", s("x"),
            "list", AttributeValue.fromL(List.of(s("a"), s("b"), s("c"))),
            "map", AttributeValue.fromM(Map.of("x", n(1))),
            "tags", AttributeValue.fromSs(List.of("red", "blue"))));
    var answer =
        client.updateItem(
            u ->
                u.tableName(table)
                    .key(key("updated"))
                    .updateExpression(
                        "SET #m.y = #c + :one, fresh = if_not_exists(fresh, :text),"
                            + " #l = list_append(:more, #l)"
                            + " REMOVE gone ADD #c :one, tags :green DELETE absent :green")
                    .expressionAttributeNames(Map.of("#m", "map", "#c", "count", "#l", "list"))
                    .expressionAttributeValues(
                        Map.of(
                            ":one", n(1),
                            ":text", s("new"),
                            ":more", AttributeValue.fromL(List.of(s("z"))),
                            ":green", AttributeValue.fromSs(List.of("green"))))
                    .returnValues(ReturnValue.ALL_NEW));
    assertThat(answer.attributes())
        .containsEntry("count", n(6))
        .containsEntry("fresh", s("new"))
        .containsEntry("map", AttributeValue.fromM(Map.of("x", n(1), "y", n(6))))
        .containsEntry("list", AttributeValue.fromL(List.of(s("z"), s("a"), s("b"), s("c"))))
        .doesNotContainKey("gone");
    assertThat(answer.attributes().get("tags").ss())
        .containsExactlyInAnyOrder("red", "blue", "green");
    assertThat(get("updated")).isEqualTo(answer.attributes());
  }

  @Test
  void createsTheItemThatAnUpdateDoesNotFind() {
    client.updateItem(
        u ->
            u.tableName(table)
                .key(key("upserted"))
                .updateExpression("ADD hits :one")
                .expressionAttributeValues(Map.of(":one", n(1))));
    assertThat(get("upserted")).isEqualTo(Map.of("pk", s("upserted"), "hits", n(1)));
  }

  @Test
  void answersWithTheUpdatedAttributesAlone() {
    put(Map.of("pk", s("returned"), "a", n(1), "b", n(2)));
    assertThat(set("returned", ReturnValue.UPDATED_OLD, 10)).isEqualTo(Map.of("a", n(1)));
    assertThat(set("returned", ReturnValue.UPDATED_NEW, 11)).isEqualTo(Map.of("a", n(11)));
    assertThat(set("returned", ReturnValue.ALL_OLD, 12)).containsEntry("a", n(11)).hasSize(3);
    assertThat(set("returned", ReturnValue.NONE, 13)).isEmpty();
  }

  @Test
  void projectsNestedPaths() {
    put(
        Map.of(
            "pk", s("projected"),
            "map",
                AttributeValue.fromM(
                    Map.of("a", n(1), "list", AttributeValue.fromL(List.of(n(0), n(1), n(2)))))));
    var item =
        client
            .getItem(
                g ->
                    g.tableName(table)
                        .key(key("projected"))
                        .projectionExpression("#m.#l[2], #m.#l[0], nothing")
                        .expressionAttributeNames(Map.of("#m", "map", "#l", "list")))
            .item();
    assertThat(item)
        .isEqualTo(
            Map.of(
                "map",
                AttributeValue.fromM(Map.of("list", AttributeValue.fromL(List.of(n(0), n(2)))))));
  }

  @Test
  void countsWithoutLosingAny() {
    IntStream.range(0, 50)
        .parallel()
        .forEach(
            i ->
                client.updateItem(
                    u ->
                        u.tableName(table)
                            .key(key("counter"))
                            .updateExpression("ADD hits :one")
                            .expressionAttributeValues(Map.of(":one", n(1)))));
    assertThat(get("counter")).containsEntry("hits", n(50));
  }

  private Map<String, AttributeValue> set(String pk, ReturnValue returned, int value) {
    return client
        .updateItem(
            u ->
                u.tableName(table)
                    .key(key(pk))
                    .updateExpression("SET a = :a")
                    .expressionAttributeValues(Map.of(":a", n(value)))
                    .returnValues(returned))
        .attributes();
  }
}
