package dev.heddle.localstack.aws.stepfunctions.conformance;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The engine that a case plays on: its functions, its clock, and the values it has kept. */
final class Stage implements AutoCloseable {
  private final Path folder;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  final Map<String, String> kept = new ConcurrentHashMap<>();
  private StepFunctions engine;

  Stage(Path folder) {
    this.folder = folder;
    this.engine = open();
  }

  private StepFunctions open() {
    EnginePorts ports =
        new EnginePorts(
            this::invoke,
            request -> CompletableFuture.failedFuture(new AwsFault("NoService", "none here")),
            events -> {});
    return new StepFunctions(folder, () -> Instant.now().plus(ahead.get()), ports);
  }

  void reopen() {
    engine.close();
    engine = open();
  }

  void pass(Duration time) {
    ahead.updateAndGet(time::plus);
  }

  int calls(String function) {
    return calls.getOrDefault(function, new AtomicInteger()).get();
  }

  AwsResponse call(String operation, byte[] body) {
    Map<String, List<String>> headers =
        Map.of("x-amz-target", List.of("AWSStepFunctions." + operation));
    return engine.answer(new AwsRequest("POST", "/", "", headers, body));
  }

  /**
   * The functions of all cases; {@code once} fails the first time, {@code worker} keeps a token.
   */
  private CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    String name = function.substring(function.lastIndexOf(':') + 1);
    int call = calls.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
    JsonNode given = Json.parse(payload);
    return switch (name) {
      case "echo" -> done(new LambdaReply.Payload(payload));
      case "fail" -> done(failed());
      case "once" -> done(call == 1 ? failed() : new LambdaReply.Payload(payload));
      case "failBad" ->
          done(
              given.path("bad").asBoolean(false) && calls("mend") == 0
                  ? failed()
                  : new LambdaReply.Payload(payload));
      case "mend" -> done(new LambdaReply.Payload(payload));
      case "hang" -> new CompletableFuture<>();
      case "worker" -> {
        kept.put("token", given.path("token").asString(""));
        yield done(new LambdaReply.Payload("null".getBytes(StandardCharsets.UTF_8)));
      }
      default ->
          CompletableFuture.failedFuture(
              new AwsFault(404, "ResourceNotFoundException", "Function not found: " + function));
    };
  }

  private static CompletionStage<LambdaReply> done(LambdaReply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  private static LambdaReply failed() {
    ObjectNode error = Json.object().put("errorMessage", "no").put("errorType", "Boom");
    return new LambdaReply.FunctionError("Boom", Json.bytes(error));
  }

  @Override
  public void close() {
    engine.close();
  }
}
