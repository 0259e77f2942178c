package dev.heddle.localstack.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever bytes arrive, the answer is a refusal in the service's shape, soon, and no failure. */
class HostileItemInputTest {
  private static final String TABLE =
      """
      {"TableName":"hostile","BillingMode":"PAY_PER_REQUEST",
       "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
       "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}\
      """;

  private static DynamoDb service;

  @BeforeAll
  static void start(@TempDir Path folder) {
    service = new DynamoDb(folder, InstantSource.system());
    assertThat(send("CreateTable", TABLE).status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static AwsResponse send(String operation, String body) {
    return send("DynamoDB_20120810." + operation, body.getBytes(StandardCharsets.UTF_8));
  }

  private static AwsResponse send(String target, byte[] body) {
    return service.answer(
        new AwsRequest("POST", "/", "", Map.of("x-amz-target", List.of(target)), body));
  }

  private static void assertRefused(AwsResponse response, String code) {
    JsonNode body = JsonProtocol.JSON.readTree(response.body());
    assertThat(response.status()).as(body.toString()).isEqualTo(400);
    assertThat(body.path("__type").stringValue()).endsWith(code);
    assertThat(body.path("message").stringValue()).isNotEmpty();
  }

  private static AwsResponse put(String value) {
    return send(
        "PutItem",
        "{\"TableName\":\"hostile\",\"Item\":{\"pk\":{\"S\":\"a\"},\"x\":" + value + "}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "null",
        "\"text\"",
        "1",
        "{]",
        "\u0000",
        "{\"a\":1}}",
        "<xml/>",
        "{'a':1}"
      })
  void refusesWhatIsNoJsonObject(String body) {
    assertRefused(send("PutItem", body), "SerializationException");
  }

  @Test
  void refusesUnknownOperations() {
    assertRefused(send("DropEverything", "{}"), "UnknownOperationException");
    assertRefused(send("", "{}"), "UnknownOperationException");
    AwsResponse streams = send("DynamoDBStreams_20120810.PutItem", new byte[0]);
    assertRefused(streams, "UnknownOperationException");
  }

  @Test
  void refusesDeepNesting() {
    int deep = 100_000;
    assertRefused(send("PutItem", "[".repeat(deep)), "SerializationException");
    assertRefused(send("PutItem", "{\"a\":".repeat(deep)), "SerializationException");
    String lists = "{\"L\":[".repeat(40) + "{\"S\":\"x\"}" + "]}".repeat(40);
    assertRefused(put(lists), "ValidationException");
    String maps = "{\"M\":{\"m\":".repeat(40) + "{\"S\":\"x\"}" + "}}".repeat(40);
    assertRefused(put(maps), "ValidationException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | ValidationException",
        "{\"S\":\"a\",\"N\":\"1\"} | ValidationException",
        "{\"X\":\"a\"} | ValidationException",
        "{\"S\":1} | SerializationException",
        "{\"S\":{}} | SerializationException",
        "{\"S\":[]} | SerializationException",
        "{\"N\":1} | SerializationException",
        "{\"N\":\"\"} | ValidationException",
        "{\"N\":\"one\"} | ValidationException",
        "{\"N\":\"NaN\"} | ValidationException",
        "{\"N\":\"Infinity\"} | ValidationException",
        "{\"N\":\"0x10\"} | ValidationException",
        "{\"N\":\"١\"} | ValidationException",
        "{\"N\":\"1e\"} | ValidationException",
        "{\"N\":\".\"} | ValidationException",
        "{\"N\":\"1E126\"} | ValidationException",
        "{\"N\":\"1E-131\"} | ValidationException",
        "{\"N\":\"1E999999999999\"} | ValidationException",
        "{\"N\":\"1E999999999\"} | ValidationException",
        "{\"N\":\"1E-999999999\"} | ValidationException",
        "{\"N\":\"123456789012345678901234567890123456789\"} | ValidationException",
        "{\"B\":\"not base64!\"} | SerializationException",
        "{\"B\":\"AQ\"} | SerializationException",
        "{\"M\":{\"\":{\"S\":\"x\"}}} | ValidationException",
        "{\"L\":[null]} | ValidationException",
        "null | ValidationException",
        "{\"BOOL\":\"true\"} | SerializationException",
        "{\"NULL\":false} | ValidationException",
        "{\"SS\":[]} | ValidationException",
        "{\"SS\":[\"a\",\"a\"]} | ValidationException",
        "{\"NS\":[\"1\",\"1.0\"]} | ValidationException",
        "{\"BS\":[\"AQ==\",\"AQ==\"]} | ValidationException",
        "{\"SS\":\"a\"} | SerializationException",
        "{\"L\":{}} | SerializationException",
        "{\"M\":[]} | SerializationException",
        "{\"S\":\"\\ud800\"} | SerializationException",
        "\"text\" | SerializationException"
      })
  void refusesMalformedValues(String value, String code) {
    assertRefused(put(value), code);
  }

  @Test
  void readsHugeNumbersInNoTime() {
    String digits = "9".repeat(1_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertRefused(put("{\"N\":\"" + digits + "\"}"), "ValidationException");
          assertRefused(put("{\"N\":\"" + "0".repeat(1_000_000) + "\"}"), "ValidationException");
          assertRefused(send("Scan", "{\"TableName\":\"hostile\",\"Limit\":" + digits + "}"), "");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "a.", "a[", "size(", "a AND ", "((a=:a)OR "})
  void boundsExpressions(String part) {
    String expression = part.repeat(4_096 / part.length());
    String body =
        "{\"TableName\":\"hostile\",\"FilterExpression\":\""
            + expression
            + "\",\"ExpressionAttributeValues\":{\":a\":{\"S\":\"x\"}}}";
    assertRefused(send("Scan", body), "ValidationException");
    assertRefused(
        send("Scan", body.replace(expression, expression + expression)), "ValidationException");
  }

  @Test
  void refusesMembersOfTheWrongType() {
    assertRefused(send("PutItem", "{\"TableName\":5}"), "SerializationException");
    assertRefused(send("PutItem", "{\"TableName\":null}"), "ValidationException");
    assertRefused(
        send("Scan", "{\"TableName\":\"hostile\",\"Limit\":\"5\"}"), "SerializationException");
    assertRefused(send("BatchWriteItem", "{\"RequestItems\":[]}"), "SerializationException");
    assertRefused(send("TransactWriteItems", "{\"TransactItems\":{}}"), "SerializationException");
    assertRefused(send("CreateTable", "{\"TableName\":\"abc\",\"KeySchema\":[null]}"), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e-400", "0.5", "99999999999999999999", "-7"})
  void boundsNumbersThatFitNoInteger(String limit) {
    String huge = limit.equals("99999999999999999999") ? "9".repeat(900) : limit;
    AwsResponse response = send("Scan", "{\"TableName\":\"hostile\",\"Limit\":" + huge + "}");
    assertThat(response.status()).isLessThan(500);
  }

  @Test
  void refusesLegacyParametersByName() {
    AwsResponse response =
        send(
            "PutItem",
            "{\"TableName\":\"hostile\",\"Item\":{\"pk\":{\"S\":\"a\"}},\"Expected\":{}}");
    assertRefused(response, "ValidationException");
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains("The legacy parameter Expected is not supported here")
        .contains("ConditionExpression");
  }

  @Test
  void survivesRandomBytesAndDamagedRequests() {
    var random = new Random(20_261_120);
    byte[] whole = TABLE.getBytes(StandardCharsets.UTF_8);
    String[] operations = {"CreateTable", "PutItem", "Query", "UpdateItem", "TransactWriteItems"};
    for (int i = 0; i < 2_000; i++) {
      byte[] body = whole.clone();
      for (int damage = random.nextInt(20); damage >= 0; damage--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      String target = "DynamoDB_20120810." + operations[i % operations.length];
      assertThat(send(target, body).status()).isLessThan(500);
    }
  }

  @Test
  void sealsEveryAnswerWithItsChecksum() {
    AwsResponse response = send("ListTables", "{}");
    var crc = new CRC32();
    crc.update(response.body());
    assertThat(response.headers())
        .containsEntry("x-amz-crc32", Long.toString(crc.getValue()))
        .containsEntry("content-type", "application/x-amz-json-1.0")
        .containsKey("x-amzn-requestid");
  }
}
