package dev.heddle.localstack.lab.bench;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The protocol of the service, without the socket. */
record EngineClient(StepFunctions engine) {
  private static final String MACHINES = "arn:aws:states:us-east-1:000000000000:stateMachine:";

  void create(String name, String definition, boolean express) {
    ask(
        "CreateStateMachine",
        Json.object()
            .put("name", name)
            .put("definition", definition)
            .put("type", express ? "EXPRESS" : "STANDARD")
            .put("roleArn", "arn:aws:iam::000000000000:role/bench"));
  }

  /** Starts an execution; gives its ARN. */
  String start(String machine, String input) {
    return ask("StartExecution", order(machine, input)).get("executionArn").stringValue();
  }

  void startSync(String machine, String input) {
    requireSuccess(ask("StartSyncExecution", order(machine, input)));
  }

  /** Whether an execution has succeeded; throws if it has failed. */
  boolean hasSucceeded(String arn) {
    JsonNode shown = ask("DescribeExecution", Json.object().put("executionArn", arn));
    return !shown.get("status").stringValue().equals("RUNNING") && requireSuccess(shown);
  }

  private static boolean requireSuccess(JsonNode shown) {
    if (!shown.get("status").stringValue().equals("SUCCEEDED")) {
      throw new IllegalStateException("An execution has not succeeded: " + shown);
    }
    return true;
  }

  private static ObjectNode order(String machine, String input) {
    return Json.object().put("stateMachineArn", MACHINES + machine).put("input", input);
  }

  private JsonNode ask(String operation, ObjectNode body) {
    AwsResponse response =
        engine.answer(
            new AwsRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", List.of("AWSStepFunctions." + operation)),
                Json.bytes(body)));
    JsonNode answer = Json.parse(response.body());
    if (response.status() != 200) {
      throw new IllegalStateException(operation + " was refused: " + answer);
    }
    return answer;
  }
}
