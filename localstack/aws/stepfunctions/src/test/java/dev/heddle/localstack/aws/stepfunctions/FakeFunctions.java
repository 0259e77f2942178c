package dev.heddle.localstack.aws.stepfunctions;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaInvoker;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Lambda functions of a test, by name; {@code echo} is always there. */
final class FakeFunctions implements LambdaInvoker {
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Function<JsonNode, CompletionStage<LambdaReply>>> functions =
      new ConcurrentHashMap<>();

  FakeFunctions() {
    on("echo", payload -> payload);
    functions.put("hang", payload -> new CompletableFuture<>());
    functions.put("fail", payload -> CompletableFuture.completedFuture(error("Boom", "no")));
  }

  FakeFunctions on(String name, Function<JsonNode, JsonNode> body) {
    functions.put(name, payload -> CompletableFuture.completedFuture(reply(body.apply(payload))));
    return this;
  }

  FakeFunctions raw(String name, Function<JsonNode, CompletionStage<LambdaReply>> body) {
    functions.put(name, body);
    return this;
  }

  static LambdaReply reply(JsonNode value) {
    return new LambdaReply.Payload(Json.bytes(value));
  }

  static LambdaReply error(String type, String message) {
    String json = "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}";
    return new LambdaReply.FunctionError(type, json.getBytes(StandardCharsets.UTF_8));
  }

  EnginePorts ports() {
    return ports(events -> {});
  }

  EnginePorts ports(ExecutionLog log) {
    return new EnginePorts(
        this,
        request -> CompletableFuture.failedFuture(new IllegalStateException("no such service")),
        log);
  }

  @Override
  public CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    String name = function.substring(function.lastIndexOf(':') + 1);
    calls.add(name + " " + new String(payload, StandardCharsets.UTF_8));
    var body = functions.get(name);
    return body == null
        ? CompletableFuture.failedFuture(
            new AwsFault(404, "ResourceNotFoundException", "Function not found: " + function))
        : body.apply(Json.parse(payload));
  }
}
