package dev.heddle.localstack.aws.services.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.ManualClock;
import dev.heddle.localstack.aws.services.Sdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

@Timeout(20)
class LambdaServiceTest {
  @TempDir Path folder;
  private final ManualClock clock = new ManualClock("2026-03-01T10:00:00Z");
  private final FakeHost host = new FakeHost();
  private AwsEdge edge;
  private LambdaClient lambda;

  @BeforeEach
  void start() {
    edge = new AwsEdge(List.of(new LambdaService(folder, clock, host))).start("127.0.0.1", 0);
    lambda = Sdk.over(edge, LambdaClient.builder());
  }

  @AfterEach
  void stop() {
    lambda.close();
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo",
        "echo:live",
        "function:echo",
        "000000000000:function:echo",
        "arn:aws:lambda:us-east-1:000000000000:function:echo",
        "arn:aws:lambda:us-east-1:000000000000:function:echo:$LATEST"
      })
  void invokesByAnyName(String name) {
    InvokeResponse answer = invoke(name, "{\"a\":\"ü\"}");
    assertThat(answer.payload().asUtf8String()).isEqualTo("{\"a\":\"ü\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.functionError()).isNull();
    assertThat(answer.executedVersion()).isEqualTo("$LATEST");
  }

  @Test
  void answersAFunctionsFailureWithItsTypeAndMessage() {
    InvokeResponse answer = invoke("fail", "{}");
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String())
        .contains("\"errorType\":\"java.lang.IllegalArgumentException\"")
        .contains("\"errorMessage\":\"no good\"");
    assertThat(invoke("huge", "{}").payload().asUtf8String())
        .contains("Function.ResponseSizeTooLarge");
  }

  @Test
  void endsAFunctionWhoseTimeIsOver() throws Exception {
    InvokeResponse answer = invoke("sleep", "{}");
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String())
        .contains("Sandbox.Timedout")
        .contains("Task timed out after 1.00 seconds");
    while (!host.interrupted) {
      Thread.sleep(5);
    }
  }

  @Test
  void runsAnEventLater() throws Exception {
    var answer = lambda.invoke(i -> i.functionName("echo").invocationType(InvocationType.EVENT));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(next().payload()).asString().isEqualTo("{}");
  }

  @Test
  void triesAFailingEventThreeTimes() throws Exception {
    host.failures.set(100);
    lambda.invoke(i -> i.functionName("flaky").invocationType(InvocationType.EVENT));
    String id = next().requestId();
    for (Duration pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(2))) {
      assertThat(host.seen.poll(300, TimeUnit.MILLISECONDS)).isNull();
      clock.advance(pause);
      assertThat(next().requestId()).isEqualTo(id);
    }
    Thread.sleep(50); // until the last attempt is settled
    clock.advance(Duration.ofHours(1));
    assertThat(host.seen.poll(300, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void anAcceptedEventSurvivesARestart() throws Exception {
    host.failures.set(1);
    lambda.invoke(i -> i.functionName("flaky").invocationType(InvocationType.EVENT));
    next();
    stop();
    clock.advance(Duration.ofMinutes(1));
    start();
    assertThat(next().function()).isEqualTo("flaky");
  }

  @Test
  void aDryRunRunsNothing() {
    var answer = lambda.invoke(i -> i.functionName("echo").invocationType(InvocationType.DRY_RUN));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(host.seen).isEmpty();
  }

  @Test
  void describesAndLists() {
    var configuration = lambda.getFunction(f -> f.functionName("echo")).configuration();
    assertThat(configuration.functionArn())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:echo");
    assertThat(configuration.timeout()).isEqualTo(1);
    var first = lambda.listFunctions(l -> l.maxItems(2));
    assertThat(first.functions())
        .extracting(FunctionConfiguration::functionName)
        .containsExactly("echo", "fail");
    assertThat(lambda.listFunctions(l -> l.marker(first.nextMarker())).functions()).hasSize(3);
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> invoke("none", "{}")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> invoke("echo", "{"))
        .isInstanceOf(InvalidRequestContentException.class);
    assertThatThrownBy(() -> invoke("a b", "{}")).isInstanceOf(LambdaException.class);
    String large = "\"" + "x".repeat(1 << 20) + "\"";
    assertThatThrownBy(
            () ->
                lambda.invoke(
                    i ->
                        i.functionName("echo")
                            .invocationType(InvocationType.EVENT)
                            .payload(SdkBytes.fromUtf8String(large))))
        .isInstanceOf(RequestTooLargeException.class);
    assertThatThrownBy(() -> lambda.invoke(i -> i.functionName("echo").invocationType("Odd")))
        .hasMessageContaining("RequestResponse, Event or DryRun");
  }

  private InvokeResponse invoke(String name, String payload) {
    return lambda.invoke(i -> i.functionName(name).payload(SdkBytes.fromUtf8String(payload)));
  }

  private LambdaHost.Invocation next() throws InterruptedException {
    var invocation = host.seen.poll(10, TimeUnit.SECONDS);
    assertThat(invocation).isNotNull();
    return invocation;
  }
}
