package dev.heddle.localstack.aws.stepfunctions;

import static dev.heddle.localstack.aws.stepfunctions.Asl.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages of histories and lists, and starts under one name, through the protocol. */
class HistoryPagesTest {
  private static final String ARN = "arn:aws:states:us-east-1:000000000000:";
  private final InMemoryEngine engine = InMemoryEngine.with(new FakeFunctions().ports());

  private JsonNode ask(String operation, ObjectNode body) {
    AwsResponse answer =
        engine.answer(
            new AwsRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", List.of("AWSStepFunctions." + operation)),
                Json.bytes(body)));
    return Json.parse(answer.body());
  }

  private void create(String name, String state) {
    ask(
        "CreateStateMachine",
        Json.object()
            .put("name", name)
            .put("definition", only(state))
            .put("roleArn", "arn:aws:iam::0:role/r"));
  }

  private JsonNode start(String machine, String name, String input) {
    return ask(
        "StartExecution",
        Json.object()
            .put("stateMachineArn", ARN + "stateMachine:" + machine)
            .put("name", name)
            .put("input", input));
  }

  @BeforeEach
  void runAMap() {
    create(
        "m",
        "{'Type':'Map','Items':[1,2,3,4],'ItemProcessor':{'StartAt':'I','States':{'I':"
            + "{'Type':'Pass','Output':'{% $states.input * 2 %}','End':true}}},'End':true}");
    start("m", "run", "{}");
    engine.settle();
  }

  private List<Long> ids(boolean reverse, int size) {
    List<Long> ids = new ArrayList<>();
    String token = "";
    while (token != null) {
      ObjectNode body =
          Json.object()
              .put("executionArn", ARN + "execution:m:run")
              .put("maxResults", size)
              .put("reverseOrder", reverse);
      if (!token.isEmpty()) {
        body.put("nextToken", token);
      }
      JsonNode page = ask("GetExecutionHistory", body);
      assertThat(page.get("events").size()).isBetween(1, size);
      page.get("events").forEach(event -> ids.add(event.get("id").longValue()));
      token = page.path("nextToken").asString(null);
    }
    return ids;
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "7", "22", "23", "1000"})
  void pagesOfAnySizeMakeTheWhole(int size) {
    List<Long> whole = ids(false, 1_000);
    assertThat(whole).isSorted().doesNotHaveDuplicates().startsWith(1L).hasSizeGreaterThan(20);
    assertThat(ids(false, size)).isEqualTo(whole);
    assertThat(ids(true, size)).isEqualTo(whole.reversed());
  }

  @Test
  void dataIsLeftOutWhereItIsNotWanted() {
    ObjectNode body =
        Json.object()
            .put("executionArn", ARN + "execution:m:run")
            .put("includeExecutionData", false);
    for (JsonNode event : ask("GetExecutionHistory", body).get("events")) {
      for (JsonNode details : event) {
        assertThat(details.has("input") || details.has("output")).as("%s", event).isFalse();
      }
    }
    JsonNode all = ask("GetExecutionHistory", body.put("includeExecutionData", true));
    assertThat(all.get("events").get(1).at("/stateEnteredEventDetails/input").stringValue())
        .isEqualTo("{}");
  }

  @Test
  void aTokenOfAnotherMakeIsRefused() {
    ObjectNode body =
        Json.object().put("executionArn", ARN + "execution:m:run").put("nextToken", "nonsense!");
    assertThat(ask("GetExecutionHistory", body).get("__type").stringValue())
        .isEqualTo("InvalidToken");
  }

  @Test
  void executionsAreListedInPages() {
    for (int i = 0; i < 7; i++) {
      start("m", "n" + i, "{}");
    }
    engine.settle();
    List<String> names = new ArrayList<>();
    String token = "";
    while (token != null) {
      ObjectNode body =
          Json.object().put("stateMachineArn", ARN + "stateMachine:m").put("maxResults", 3);
      if (!token.isEmpty()) {
        body.put("nextToken", token);
      }
      JsonNode page = ask("ListExecutions", body);
      page.get("executions").forEach(e -> names.add(e.get("name").stringValue()));
      token = page.path("nextToken").asString(null);
    }
    assertThat(names).containsExactly("n6", "n5", "n4", "n3", "n2", "n1", "n0", "run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":1,"b":[2]}   | {"a":1,"b":[2]}     | true
          {"a":1,"b":[2]}   | { "a": 1, "b":[2] } | true
          {"a":1}           | {"a":2}             | false
          {}                | null                | false
          """)
  void aStartIsRepeatedOnlyWithItsInput(String first, String second, boolean same) {
    create("w", "{'Type':'Wait','Seconds':60,'End':true}");
    JsonNode one = start("w", "n", first);
    JsonNode two = start("w", "n", second);
    if (same) {
      assertThat(two).isEqualTo(one);
    } else {
      assertThat(two.get("__type").stringValue()).isEqualTo("ExecutionAlreadyExists");
    }
    engine.settle();
    assertThat(start("w", "n", first).get("__type").stringValue())
        .as("it has ended")
        .isEqualTo("ExecutionAlreadyExists");
  }

  @Test
  void anInputMustBeJsonAndFit() {
    create("p", "{'Type':'Pass','End':true}");
    assertThat(start("p", "a", "{oops").get("__type").stringValue())
        .isEqualTo("InvalidExecutionInput");
    String most = "\"" + "x".repeat(262_142) + "\"";
    assertThat(start("p", "b", most).has("executionArn")).isTrue();
    assertThat(start("p", "c", most.replaceFirst("x", "xx")).get("__type").stringValue())
        .isEqualTo("InvalidExecutionInput");
  }
}
