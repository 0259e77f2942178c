package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** What update expressions do, and which are refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateContractTest {
  private static final Pattern VALUE = Pattern.compile(":[a-zA-Z0-9_]+");

  private static final Map<String, AttributeValue> VALUES =
      Map.of(
          ":one", n(1),
          ":two", n(2),
          ":text", s("text"),
          ":list", list(n(8), n(9)),
          ":map", AttributeValue.fromM(Map.of("k", n(1))),
          ":ab", AttributeValue.fromSs(List.of("a", "b")),
          ":bc", AttributeValue.fromSs(List.of("b", "c")),
          ":huge", n("9E125"),
          ":fine", n("0.00000000000000000000000000000000000001"));

  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private String table;
  private String pk;

  @BeforeAll
  void makeTable() {
    client = TARGET.client();
    table = TARGET.hashTable();
  }

  @BeforeEach
  void putItem() {
    pk = UUID.randomUUID().toString();
    client.putItem(
        p ->
            p.tableName(table)
                .item(
                    Map.of(
                        "pk", s(pk),
                        "n", n(5),
                        "s", s("x"),
                        "l", list(n(0), n(1), n(2), n(3)),
                        "m", AttributeValue.fromM(Map.of("a", n(1), "b", list(n(1), n(2)))),
                        "ss", AttributeValue.fromSs(List.of("a", "b")),
                        "huge", n("9E125"))));
  }

  private static AttributeValue list(AttributeValue... values) {
    return AttributeValue.fromL(List.of(values));
  }

  private Map<String, AttributeValue> update(String expression, ReturnValue returned) {
    return client
        .updateItem(
            u -> {
              u.tableName(table).key(key(pk)).updateExpression(expression).returnValues(returned);
              Map<String, AttributeValue> values = new HashMap<>();
              VALUE
                  .matcher(expression)
                  .results()
                  .forEach(
                      match -> {
                        if (VALUES.containsKey(match.group())) {
                          values.put(match.group(), VALUES.get(match.group()));
                        }
                      });
              if (!values.isEmpty()) {
                u.expressionAttributeValues(values);
              }
            })
        .attributes();
  }

  private Map<String, AttributeValue> update(String expression) {
    return update(expression, ReturnValue.ALL_NEW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET n = n + :one | 6",
        "SET n = n - :two | 3",
        "SET n = :one - n | -4",
        "SET n = (n + :one) | 6",
        "SET n = if_not_exists(n, :one) + :two | 7",
        "SET n = if_not_exists(absent, :one) + :two | 3",
        "SET n = if_not_exists(absent, n) | 5",
        "ADD n :two | 7",
        "set n = :two | 2"
      })
  void computes(String expression, String expected) {
    assertThat(update(expression)).containsEntry("n", n(expected));
  }

  @Test
  void readsEveryValueBeforeTheUpdate() {
    var item = update("SET n = m.a, m.a = n");
    assertThat(item).containsEntry("n", n(1));
    assertThat(item.get("m").m()).containsEntry("a", n(5));
  }

  @Test
  void changesLists() {
    assertThat(update("SET l[1] = :text")).containsEntry("l", list(n(0), s("text"), n(2), n(3)));
    assertThat(update("SET l[99] = :two, l[50] = :one"))
        .containsEntry("l", list(n(0), s("text"), n(2), n(3), n(1), n(2)));
    assertThat(update("REMOVE l[0], l[2], l[99]"))
        .containsEntry("l", list(s("text"), n(3), n(1), n(2)));
    assertThat(update("SET l = list_append(l, :list)").get("l").l())
        .hasSize(6)
        .endsWith(n(8), n(9));
    assertThat(update("SET made = list_append(if_not_exists(made, :list), :list)"))
        .containsEntry("made", list(n(8), n(9), n(8), n(9)));
  }

  @Test
  void removesByThePositionsBeforeTheUpdate() {
    update("SET l[0] = :map, l[2] = :map");
    assertThat(update("REMOVE l[0], l[2].k, l[1]"))
        .containsEntry("l", list(AttributeValue.fromM(Map.of()), n(3)));
  }

  @Test
  void changesMaps() {
    assertThat(update("SET m.c = :map, m.b[0] = :two REMOVE m.a"))
        .containsEntry(
            "m",
            AttributeValue.fromM(
                Map.of("b", list(n(2), n(2)), "c", AttributeValue.fromM(Map.of("k", n(1))))));
    assertThat(update("SET m.c.k = m.c.k + :one").get("m").m().get("c").m())
        .containsEntry("k", n(2));
  }

  @Test
  void changesSets() {
    assertThat(update("ADD ss :bc").get("ss").ss()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(update("DELETE ss :bc").get("ss").ss()).containsExactly("a");
    assertThat(update("DELETE ss :ab")).doesNotContainKey("ss");
    assertThat(update("ADD ss :ab").get("ss").ss()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void answersWithTheNestedPartsThatChanged() {
    assertThat(update("SET m.a = :two, n = :one", ReturnValue.UPDATED_NEW))
        .isEqualTo(Map.of("m", AttributeValue.fromM(Map.of("a", n(2))), "n", n(1)));
    assertThat(update("SET m.a = :one, fresh = :one", ReturnValue.UPDATED_OLD))
        .isEqualTo(Map.of("m", AttributeValue.fromM(Map.of("a", n(2)))));
    assertThat(update("REMOVE n", ReturnValue.UPDATED_NEW)).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "refused-updates.csv", delimiter = '|', quoteCharacter = '`')
  void refuses(String expression, String message) {
    assertRefused(() -> update(expression), message);
  }
}
