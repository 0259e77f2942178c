package dev.heddle.localstack.aws.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent, the answer is a result or one of the service's refusals, and it comes soon. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FuzzTest {
  private static final String PREFIX = "arn:aws:states:us-east-1:000000000000:";
  private static final List<String> OPERATIONS =
      List.of(
          "CreateStateMachine",
          "UpdateStateMachine",
          "DeleteStateMachine",
          "DescribeStateMachine",
          "ListStateMachines",
          "PublishStateMachineVersion",
          "DeleteStateMachineVersion",
          "ListStateMachineVersions",
          "CreateStateMachineAlias",
          "UpdateStateMachineAlias",
          "DeleteStateMachineAlias",
          "DescribeStateMachineAlias",
          "ListStateMachineAliases",
          "StartExecution",
          "StartSyncExecution",
          "StopExecution",
          "RedriveExecution",
          "DescribeExecution",
          "ListExecutions",
          "DescribeStateMachineForExecution",
          "GetExecutionHistory",
          "DescribeMapRun",
          "ListMapRuns",
          "UpdateMapRun",
          "SendTaskSuccess",
          "SendTaskFailure",
          "SendTaskHeartbeat",
          "CreateActivity",
          "DeleteActivity",
          "DescribeActivity",
          "ListActivities",
          "TagResource",
          "UntagResource",
          "ListTagsForResource",
          "ValidateStateMachineDefinition",
          "TestState");
  private static final List<String> FIELDS =
      List.of(
          "name",
          "definition",
          "roleArn",
          "type",
          "stateMachineArn",
          "stateMachineVersionArn",
          "stateMachineAliasArn",
          "executionArn",
          "mapRunArn",
          "activityArn",
          "resourceArn",
          "input",
          "output",
          "error",
          "cause",
          "taskToken",
          "maxResults",
          "nextToken",
          "statusFilter",
          "reverseOrder",
          "includeExecutionData",
          "publish",
          "revisionId",
          "description",
          "routingConfiguration",
          "tags",
          "tagKeys",
          "maxConcurrency",
          "toleratedFailureCount",
          "toleratedFailurePercentage",
          "mock",
          "context",
          "variables",
          "stateName",
          "stateConfiguration",
          "inspectionLevel",
          "revealSecrets");
  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "../../etc/passwd",
          "a\u0000b",
          "'; DROP TABLE executions; --",
          "\uD83E\uDDF6".repeat(50),
          "\uD800",
          "%00%0a",
          "{",
          "[[[[",
          "null",
          "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}",
          "{\"StartAt\":1,\"States\":[]}",
          "{\"Type\":\"Pass\",\"End\":true}",
          "{\"Type\":\"Map\",\"ItemProcessor\":7,\"End\":\"yes\"}",
          "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::a:b\",\"End\":true}",
          "STANDARD",
          "EXPRESS",
          "TRACE",
          "-1",
          "m",
          PREFIX + "stateMachine:m",
          PREFIX + "execution:m:x",
          PREFIX + "activity:a",
          PREFIX + "mapRun:m/x:y",
          "arn:::::::",
          "aDEvMS8wL3g=");

  @TempDir Path folder;
  private StepFunctions engine;

  @BeforeEach
  void open() {
    engine = new StepFunctions(folder, InstantSource.system(), new FakeFunctions().ports());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private AwsResponse send(String operation, byte[] body) {
    Map<String, List<String>> headers =
        Map.of("x-amz-target", List.of("AWSStepFunctions." + operation));
    return engine.answer(new AwsRequest("POST", "/", "", headers, body));
  }

  private void survives(String operation, byte[] body) {
    AwsResponse answer = send(operation, body);
    String told = new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8);
    assertThat(answer.status()).as("%s %s", operation, told).isIn(200, 400);
    JsonNode shown = Json.parse(answer.body());
    if (answer.status() == 400) {
      assertThat(shown.path("__type").asString("")).as("%s %s", operation, told).isNotEmpty();
      assertThat(shown.path("message").asString("")).isNotEmpty();
    }
  }

  @Test
  void wrongTypesAndValues() {
    Random random = new Random(11);
    for (int i = 0; i < 6_000; i++) {
      ObjectNode body = Json.object();
      int fields = 1 + random.nextInt(6);
      for (int f = 0; f < fields; f++) {
        body.set(FIELDS.get(random.nextInt(FIELDS.size())), value(random, 3));
      }
      survives(OPERATIONS.get(random.nextInt(OPERATIONS.size())), Json.bytes(body));
    }
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> Json.nothing();
      case 1 -> Json.mapper().valueToTree(random.nextInt(5) - 1);
      case 2 -> Json.mapper().valueToTree(random.nextBoolean());
      case 3 -> Json.mapper().valueToTree(random.nextBoolean() ? 1e300 : Long.MIN_VALUE);
      case 4, 5 -> Json.string(TEXTS.get(random.nextInt(TEXTS.size())));
      case 6 -> {
        ArrayNode list = Json.array();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        ObjectNode object = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(FIELDS.get(random.nextInt(FIELDS.size())), value(random, depth - 1));
        }
        yield object;
      }
    };
  }

  @Test
  void bodiesThatAreNoJson() {
    for (String operation : OPERATIONS) {
      for (String text : List.of("{", "[]", "7", "\"x\"", "{\"a\":", "\u0000", "<xml/>", "")) {
        survives(operation, text.getBytes(StandardCharsets.UTF_8));
      }
      survives(operation, new byte[] {(byte) 0xc3, (byte) 0x28, '{', '}'});
    }
  }

  @Test
  void unknownOperations() {
    for (String name : List.of("", "Nothing", "StartExecution.", "../TestState", "\uD83D\uDE80")) {
      AwsResponse answer = send(name, "{}".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(Json.parse(answer.body()).get("__type").stringValue())
          .isEqualTo("UnknownOperationException");
    }
  }

  @Test
  void deepAndHugeDefinitions() {
    for (String text :
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            parallels(60),
            expression("(".repeat(50_000)),
            expression("[".repeat(1_000) + "]".repeat(1_000)),
            "{\"StartAt\":\"" + "A".repeat(2_000_000) + "\"}")) {
      for (String operation :
          List.of("CreateStateMachine", "ValidateStateMachineDefinition", "TestState")) {
        ObjectNode body = Json.object().put("name", "deep").put("definition", text);
        survives(operation, Json.bytes(body.put("roleArn", "arn:aws:iam::000000000000:role/r")));
      }
      survives("StartExecution", Json.bytes(Json.object().put("input", text)));
    }
  }

  /** Parallel states inside each other. */
  private static String parallels(int depth) {
    String states = "{'Type':'Pass','End':true}";
    for (int i = 0; i < depth; i++) {
      String inner = "{'StartAt':'S" + i + "','States':{'S" + i + "':" + states + "}}";
      states = "{'Type':'Parallel','End':true,'Branches':[" + inner + "]}";
    }
    return Asl.json("{'StartAt':'T','States':{'T':" + states + "}}");
  }

  private static String expression(String text) {
    return Asl.only("{'Type':'Pass','Output':'{% " + text + " %}','End':true}");
  }
}
