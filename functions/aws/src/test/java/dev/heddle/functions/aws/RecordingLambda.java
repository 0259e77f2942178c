package dev.heddle.functions.aws;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaInvoker;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Lambda functions of tests, by name; qualifiers are ignored. */
public final class RecordingLambda implements LambdaInvoker {
  private final Map<String, Code> functions = new ConcurrentHashMap<>();

  /** What a function does; what it throws is reported as Lambda does. */
  @FunctionalInterface
  public interface Code {
    /** Answers one call. */
    JsonNode answer(JsonNode payload);
  }

  void put(String name, Code code) {
    functions.put(name, code);
  }

  @Override
  public CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    Code code = functions.get(function.replaceFirst(":[^:]*$", ""));
    return code == null
        ? CompletableFuture.failedFuture(
            new AwsFault(404, "ResourceNotFoundException", "Function not found: " + function))
        : CompletableFuture.supplyAsync(() -> reply(code, payload));
  }

  // A broad catch, as the Lambda runtime has one around a function.
  private static LambdaReply reply(Code code, byte[] payload) {
    try {
      return new LambdaReply.Payload(
          WireJson.MAPPER.writeValueAsBytes(code.answer(WireJson.MAPPER.readTree(payload))));
    } catch (RuntimeException e) {
      String type = e.getClass().getName();
      Map<String, Object> error = Map.of("errorType", type, "errorMessage", e.getMessage());
      return new LambdaReply.FunctionError(type, WireJson.MAPPER.writeValueAsBytes(error));
    }
  }
}
