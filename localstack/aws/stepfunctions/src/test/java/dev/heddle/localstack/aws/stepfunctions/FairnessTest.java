package dev.heddle.localstack.aws.stepfunctions;

import static dev.heddle.localstack.aws.stepfunctions.Asl.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.ExecutionStarter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One machine cannot take the engine from the others, and all together cannot overload it. */
class FairnessTest {
  private static final String MACHINES = "arn:aws:states:us-east-1:000000000000:stateMachine:";
  private static final String LOOP = "($f := function($n) {$f($n + 1)}; $f(1))";

  @TempDir Path folder;

  private static void create(StepFunctions engine, String name, String state) {
    String definition =
        json("{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':" + state + "}}");
    var body = Json.object().put("name", name).put("definition", definition);
    JsonNode answer =
        ask(engine, "CreateStateMachine", body.put("roleArn", "arn:aws:iam::0:role/r"));
    assertThat(answer.has("stateMachineArn")).isTrue();
  }

  private static JsonNode start(StepFunctions engine, String machine, String input) {
    var body = Json.object().put("stateMachineArn", MACHINES + machine).put("input", input);
    return ask(engine, "StartExecution", body);
  }

  private static JsonNode ask(StepFunctions engine, String operation, ObjectNode body) {
    var target = Map.of("x-amz-target", List.of("AWSStepFunctions." + operation));
    var request = new AwsRequest("POST", "/", "", target, Json.bytes(body));
    return Json.parse(engine.answer(request).body());
  }

  private static String pass(String output) {
    return "{'Type':'Pass','Output':'{% " + output + " %}','End':true}";
  }

  /** Twenty times two seconds of computing wait; a run of another machine goes between them. */
  @Test
  void expressionsWithoutEndHoldUpNoOtherMachine() {
    AtomicInteger ended = new AtomicInteger();
    try (var engine =
        new StepFunctions(folder, InstantSource.system(), new FakeFunctions().ports())) {
      create(engine, "loops", pass(LOOP));
      create(engine, "quick", pass("1"));
      for (int i = 0; i < 20; i++) {
        Thread.ofVirtual()
            .start(
                () -> {
                  start(engine, "loops", "{}");
                  ended.incrementAndGet();
                });
      }
      for (int i = 0; i < 20; i++) {
        String arn = start(engine, "quick", "{}").get("executionArn").stringValue();
        JsonNode shown = ask(engine, "DescribeExecution", Json.object().put("executionArn", arn));
        assertThat(shown.get("status").stringValue()).isEqualTo("SUCCEEDED");
      }
      assertThat(ended).hasValueLessThan(20);
    }
  }

  /** The calls of one machine hang for ever; those of another are made. */
  @Test
  void callsWithoutEndHoldUpNoOtherMachine() throws InterruptedException {
    FakeFunctions functions = new FakeFunctions();
    CountDownLatch called = new CountDownLatch(10);
    functions.raw("hangs", payload -> new CompletableFuture<>());
    functions.raw(
        "counts",
        payload -> {
          called.countDown();
          return CompletableFuture.completedFuture(FakeFunctions.reply(payload));
        });
    try (var engine = new StepFunctions(folder, InstantSource.system(), functions.ports())) {
      create(engine, "hanging", call("hangs"));
      create(engine, "counting", call("counts"));
      for (int i = 0; i < 300; i++) {
        start(engine, "hanging", "{}");
      }
      for (int i = 0; i < 10; i++) {
        start(engine, "counting", "{}");
      }
      assertThat(called.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String call(String function) {
    return "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{"
        + "'FunctionName':'"
        + function
        + "'},'End':true}";
  }

  @Test
  void refusesMoreOpenExecutionsThanItCarries() {
    var limits = new ExecutionStarter.Limits(3, 1_000, 1_000_000);
    try (var engine =
        new StepFunctions(folder, InstantSource.system(), new FakeFunctions().ports(), limits)) {
      create(engine, "waits", "{'Type':'Wait','Seconds':3600,'End':true}");
      for (int i = 0; i < 3; i++) {
        assertThat(start(engine, "waits", "{}").has("executionArn")).isTrue();
      }
      assertThat(start(engine, "waits", "{}").get("__type").stringValue())
          .isEqualTo("ExecutionLimitExceeded");
    }
  }

  @Test
  void slowsDownWhoStartsMoreThanItCanTakeIn() throws InterruptedException {
    var limits = new ExecutionStarter.Limits(1_000, 5, 1_000_000);
    var refused = new ConcurrentLinkedQueue<String>();
    try (var engine =
        new StepFunctions(folder, InstantSource.system(), new FakeFunctions().ports(), limits)) {
      create(engine, "loops", pass(LOOP));
      CountDownLatch told = new CountDownLatch(1);
      for (int i = 0; i < 60; i++) {
        Thread.ofVirtual()
            .start(
                () -> {
                  JsonNode answer = start(engine, "loops", "{}");
                  if (answer.has("__type")) {
                    refused.add(answer.get("__type").stringValue());
                    told.countDown();
                  }
                });
      }
      assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(refused).containsOnly("ThrottlingException");
    }
  }

  @Test
  void slowsDownWhoStartsWithMoreDataThanItCanTakeIn() {
    var limits = new ExecutionStarter.Limits(1_000, 1_000, 0);
    try (var engine =
        new StepFunctions(folder, InstantSource.system(), new FakeFunctions().ports(), limits)) {
      create(engine, "quick", pass("1"));
      assertThat(start(engine, "quick", "{}").get("__type").stringValue())
          .isEqualTo("ThrottlingException");
    }
  }
}
