package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static dev.heddle.localstack.aws.dynamodb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What conditions hold, and which are refused, from tables of examples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionContractTest {
  private static final Pattern VALUE = Pattern.compile(":[a-zA-Z0-9_]+");
  private static final Pattern NAME = Pattern.compile("#[a-zA-Z0-9_]+");

  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private static final Map<String, AttributeValue> VALUES = new TreeMap<>();
  private static final Map<String, String> NAMES =
      Map.of("#n", "n", "#size", "size", "#dotted", "a.b", "#spaced", "a b", "#m", "m");

  static {
    VALUES.put(":one", n(1));
    VALUES.put(":two", n(2));
    VALUES.put(":five", n(5));
    VALUES.put(":ten", n(10));
    VALUES.put(":a", s("a"));
    VALUES.put(":he", s("he"));
    VALUES.put(":hello", s("hello"));
    VALUES.put(":S", s("S"));
    VALUES.put(":X", s("X"));
    VALUES.put(":true", AttributeValue.fromBool(true));
    VALUES.put(":null", AttributeValue.fromNul(true));
    VALUES.put(":list", AttributeValue.fromL(List.of(n(1), s("a"))));
    VALUES.put(":map", AttributeValue.fromM(Map.of("x", n(1))));
    VALUES.put(":set", AttributeValue.fromSs(List.of("b", "a")));
    VALUES.put(":bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("by")));
  }

  private DynamoDbClient client;
  private String table;

  @BeforeAll
  void fill() {
    client = TARGET.client();
    table = TARGET.hashTable();
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", s("item"));
    item.put("n", n(5));
    item.put("s", s("hello"));
    item.put("b", AttributeValue.fromB(SdkBytes.fromUtf8String("bytes")));
    item.put("t", AttributeValue.fromBool(true));
    item.put("nothing", AttributeValue.fromNul(true));
    item.put(
        "l", AttributeValue.fromL(List.of(n(1), s("a"), AttributeValue.fromM(Map.of("x", n(9))))));
    item.put(
        "m", AttributeValue.fromM(Map.of("x", n(1), "y", AttributeValue.fromM(Map.of("z", n(2))))));
    item.put("ss", AttributeValue.fromSs(List.of("a", "b")));
    item.put("ns", AttributeValue.fromNs(List.of("1", "2")));
    item.put("size", n(5));
    item.put("a.b", n(1));
    item.put("a b", n(2));
    client.putItem(p -> p.tableName(table).item(item));
  }

  private boolean holds(String condition) {
    return client
            .scan(
                scan -> {
                  scan.tableName(table).filterExpression(condition);
                  Map<String, AttributeValue> values = used(VALUE, condition, VALUES);
                  Map<String, String> names = used(NAME, condition, NAMES);
                  if (!values.isEmpty()) {
                    scan.expressionAttributeValues(values);
                  }
                  if (!names.isEmpty()) {
                    scan.expressionAttributeNames(names);
                  }
                })
            .count()
        > 0;
  }

  private static <T> Map<String, T> used(Pattern pattern, String condition, Map<String, T> known) {
    Map<String, T> used = new HashMap<>();
    pattern
        .matcher(condition)
        .results()
        .filter(match -> known.containsKey(match.group()))
        .forEach(match -> used.put(match.group(), known.get(match.group())));
    return used;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "conditions.csv", delimiter = '|', quoteCharacter = '`')
  void holdsOrNot(boolean expected, String condition) {
    assertThat(holds(condition)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "refused-conditions.csv", delimiter = '|', quoteCharacter = '`')
  void refuses(String condition, String message) {
    assertRefused(() -> holds(condition), "Invalid FilterExpression: " + message);
  }
}
