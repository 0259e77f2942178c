package dev.heddle.localstack.aws.stepfunctions.bench;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.Ports;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Callers that start executions as fast as the engine takes them. */
final class Load implements AutoCloseable {
  private static final String MACHINES = "arn:aws:states:us-east-1:000000000000:stateMachine:";

  private final StepFunctions engine;
  private final double seconds;

  /** The callers wait for ends by the execution log, as the product does. */
  private final Map<String, CountDownLatch> ends = new ConcurrentHashMap<>();

  /** What one measurement gave; times are in milliseconds. */
  record Result(double perSecond, double p50, double p99) {}

  private interface Call {
    void make() throws InterruptedException;
  }

  Load(Path folder, double seconds) {
    this.seconds = seconds;
    Ports ports =
        new Ports(
            (function, payload) ->
                CompletableFuture.completedFuture(new LambdaReply.Payload(payload)),
            request -> CompletableFuture.failedFuture(new IllegalStateException("no service")),
            events ->
                events.stream()
                    .filter(event -> event.type().equals("ExecutionSucceeded"))
                    .forEach(event -> latch(event.execution_arn()).countDown()));
    engine = new StepFunctions(folder, InstantSource.system(), ports);
  }

  private CountDownLatch latch(String arn) {
    return ends.computeIfAbsent(arn, key -> new CountDownLatch(1));
  }

  void create(String name, String definition, boolean express) {
    ask(
        "CreateStateMachine",
        Json.object()
            .put("name", name)
            .put("definition", definition)
            .put("type", express ? "EXPRESS" : "STANDARD")
            .put("roleArn", "arn:aws:iam::000000000000:role/bench"));
  }

  Result standard(String machine, String input, int callers) throws InterruptedException {
    return measure(
        callers,
        () -> {
          String arn = start(machine, input);
          latch(arn).await();
          ends.remove(arn);
        });
  }

  Result express(String machine, int callers) throws InterruptedException {
    return measure(
        callers,
        () ->
            ask(
                "StartSyncExecution",
                Json.object().put("stateMachineArn", MACHINES + machine).put("input", "{}")));
  }

  Result startAndDescribe(int callers) throws InterruptedException {
    return measure(
        callers,
        () -> ask("DescribeExecution", Json.object().put("executionArn", start("pass10", "{}"))));
  }

  private String start(String machine, String input) {
    ObjectNode body = Json.object().put("stateMachineArn", MACHINES + machine).put("input", input);
    return ask("StartExecution", body).get("executionArn").stringValue();
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

  private Result measure(int callers, Call call) throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Double> times = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < callers; i++) {
      threads.add(Thread.ofVirtual().start(() -> repeat(call, end, times)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double taken = (System.nanoTime() - begin) / 1e9;
    times.sort(null);
    return new Result(times.size() / taken, at(times, 0.5), at(times, 0.99));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
  }

  private static void repeat(Call call, long end, List<Double> times) {
    try {
      while (System.nanoTime() < end) {
        long begin = System.nanoTime();
        call.make();
        double millis = (System.nanoTime() - begin) / 1e6;
        synchronized (times) {
          times.add(millis);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
