package dev.heddle.functions.aws;

import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** An execution that waits until its token comes back, as a run does for people and events. */
public final class WaitingTask {
  private static final Map<String, CompletableFuture<String>> TOKENS = new ConcurrentHashMap<>();
  private static final String FUNCTION = "keeps-tokens";
  private static final int TRIES = 500;

  private final SfnClient client = LocalCloud.cloud().clients().stepFunctions.get();
  private final String execution;

  /** The token that completes it. */
  public final String token;

  /** Starts one. */
  public WaitingTask() {
    String name = new SecureIds().next("w").replace('_', '-');
    TOKENS.put(name, new CompletableFuture<>());
    LocalCloud.function(FUNCTION, WaitingTask::keep);
    String machine =
        client
            .createStateMachine(
                r ->
                    r.name(name)
                        .roleArn("arn:aws:iam::000000000000:role/workflows")
                        .definition(definition(name)))
            .stateMachineArn();
    execution = client.startExecution(r -> r.stateMachineArn(machine).name(name)).executionArn();
    token = TOKENS.get(name).join();
  }

  private static String definition(String name) {
    return """
        {"QueryLanguage": "JSONata", "StartAt": "Wait", "States": {"Wait": {"Type": "Task",
          "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
          "Arguments": {"FunctionName": "%s:live",
            "Payload": {"name": "%s", "token": "{%% $states.context.Task.Token %%}"}},
          "Output": "{%% $states.result %%}", "End": true}}}
        """
        .formatted(FUNCTION, name);
  }

  private static JsonNode keep(JsonNode payload) {
    TOKENS.get(payload.path("name").asString()).complete(payload.path("token").asString());
    return NullNode.getInstance();
  }

  /** Ends it from outside. */
  public void stop() {
    client.stopExecution(r -> r.executionArn(execution));
  }

  /** What it was completed with. */
  public JsonNode output() {
    for (int i = 0; i < TRIES; i++) {
      DescribeExecutionResponse found = client.describeExecution(r -> r.executionArn(execution));
      if (found.output() != null) {
        return WireJson.MAPPER.readTree(found.output());
      }
      pause();
    }
    throw new AssertionError("It still waits");
  }

  /** Whether it still waits. */
  public boolean waits() {
    return client
        .describeExecution(r -> r.executionArn(execution))
        .statusAsString()
        .equals("RUNNING");
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
