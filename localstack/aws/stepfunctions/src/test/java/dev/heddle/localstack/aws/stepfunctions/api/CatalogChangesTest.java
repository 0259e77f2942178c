package dev.heddle.localstack.aws.stepfunctions.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.machines.ExecutionStarter;
import dev.heddle.localstack.aws.stepfunctions.run.CallerWorkers;
import dev.heddle.localstack.aws.stepfunctions.run.EngineTime;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import dev.heddle.localstack.aws.stepfunctions.store.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Changes of one machine by different operations at once: none undoes another. */
class CatalogChangesTest {
  private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:m";

  private final InterruptingTime time = new InterruptingTime();
  private final StepFunctionsProtocol protocol = new StepFunctionsProtocol(engine());

  /** Asked for the time, lets another thread come as far as it gets. */
  private static final class InterruptingTime implements EngineTime {
    private Thread other = Thread.ofPlatform().unstarted(() -> {});

    @Override
    public Instant now() {
      if (Thread.currentThread() != other && other.getState() == Thread.State.NEW) {
        other.start();
        while (other.isAlive() && other.getState() != Thread.State.BLOCKED) {
          Thread.onSpinWait();
        }
      }
      return Instant.EPOCH;
    }

    @Override
    public void at(Instant due, Runnable action) {}

    @Override
    public void close() {}
  }

  private EngineAssembly engine() {
    var parts =
        new EngineAssembly.Parts(
            new MemoryStore(),
            time,
            new CallerWorkers(),
            Runnable::run,
            new SplittableRandom(0),
            AccountArns.LOCAL,
            new ExecutionEngine.Limits(1, 1, 1),
            ExecutionStarter.Limits.DEFAULT);
    return new EngineAssembly(
        parts,
        _ ->
            _ ->
                CompletableFuture.completedFuture(
                    new TaskReply.Failed("None", "Nothing is called")));
  }

  private JsonNode ask(String operation, Map<String, Object> body) {
    var headers = Map.of("x-amz-target", List.of("AWSStepFunctions." + operation));
    AwsResponse answer =
        protocol.answer(
            new AwsRequest("POST", "/", "", headers, Json.mapper().writeValueAsBytes(body)));
    assertThat(answer.status()).as(new String(answer.body())).isEqualTo(200);
    return Json.parse(answer.body());
  }

  private static String definition(String state) {
    return "{\"StartAt\":\"%s\",\"States\":{\"%s\":{\"Type\":\"Succeed\"}}}"
        .formatted(state, state);
  }

  @Test
  void anUpdateWhileAVersionIsPublishedIsNotLost() throws InterruptedException {
    ask(
        "CreateStateMachine",
        Map.of(
            "name", "m", "definition", definition("Before"), "roleArn", "arn:aws:iam::0:role/r"));
    var update =
        Map.<String, Object>of("stateMachineArn", MACHINE, "definition", definition("After"));
    Thread other = Thread.ofPlatform().unstarted(() -> ask("UpdateStateMachine", update));
    time.other = other;

    ask("PublishStateMachineVersion", Map.of("stateMachineArn", MACHINE));
    other.join();

    JsonNode machine = ask("DescribeStateMachine", Map.of("stateMachineArn", MACHINE));
    assertThat(machine.get("definition").stringValue()).isEqualTo(definition("After"));
  }
}
