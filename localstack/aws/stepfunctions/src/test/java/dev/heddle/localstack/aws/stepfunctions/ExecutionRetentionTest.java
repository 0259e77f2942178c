package dev.heddle.localstack.aws.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ended long ago is forgotten; what runs, or ended lately, is not. */
class ExecutionRetentionTest {
  private static final String ARN = "arn:aws:states:us-east-1:000000000000:";

  @TempDir Path folder;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private static int ask(StepFunctions engine, String operation, String... fields) {
    var body = Json.object();
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    return engine
        .answer(
            new AwsRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", List.of("AWSStepFunctions." + operation)),
                Json.bytes(body)))
        .status();
  }

  private static void await(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void endedExecutionsAreForgottenAfterNinetyDays() throws InterruptedException {
    EnginePorts ports = new FakeFunctions().ports();
    try (var engine = new StepFunctions(folder, () -> Instant.now().plus(ahead.get()), ports)) {
      for (String state : new String[] {"Pass", "Wait"}) {
        String more = state.equals("Wait") ? ",'Timestamp':'2999-01-01T00:00:00Z'" : "";
        String definition = Asl.only("{'Type':'" + state + "'" + more + ",'End':true}");
        String role = "arn:aws:iam::0:role/r";
        ask(engine, "CreateStateMachine", "name", state, "definition", definition, "roleArn", role);
        ask(
            engine,
            "StartExecution",
            "stateMachineArn",
            ARN + "stateMachine:" + state,
            "name",
            "n");
      }
      String ended = ARN + "execution:Pass:n";
      String stop = ARN + "execution:Wait:n";
      assertThat(ask(engine, "DescribeExecution", "executionArn", ended)).isEqualTo(200);
      Thread.sleep(200);
      ahead.set(Duration.ofDays(89));
      Thread.sleep(100);
      assertThat(ask(engine, "DescribeExecution", "executionArn", ended)).isEqualTo(200);
      ahead.set(Duration.ofDays(91));
      await(() -> ask(engine, "DescribeExecution", "executionArn", ended) == 400);
      assertThat(ask(engine, "DescribeExecution", "executionArn", stop)).isEqualTo(200);
    }
  }
}
