package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaInvoker;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lambda functions, by their ARN or by {@code lambda:invoke}. */
final class LambdaTask {
  private final LambdaInvoker invoker;

  LambdaTask(LambdaInvoker invoker) {
    this.invoker = invoker;
  }

  /** The function gets the arguments themselves, and its bare reply is the result. */
  CompletionStage<TaskReply> bare(String arn, Payload arguments) {
    return invoke(arn, arguments.text(), result -> result);
  }

  /** The function gets the argument {@code Payload}; its reply is one field of the result. */
  CompletionStage<TaskReply> invoke(Payload arguments) {
    JsonNode function = arguments.json().get("FunctionName");
    if (function == null || !function.isString()) {
      throw new AwsFault(
          StateFailure.RUNTIME,
          "The Parameters must name the function to invoke in 'FunctionName'");
    }
    JsonNode payload = arguments.json().get("Payload");
    JsonNode qualifier = arguments.json().get("Qualifier");
    String name = qualified(function.stringValue(), qualifier);
    return invoke(
        name, payload == null || payload.isNull() ? "{}" : Json.text(payload), LambdaTask::wrapped);
  }

  private static String qualified(String function, @Nullable JsonNode qualifier) {
    return qualifier == null || !qualifier.isString()
        ? function
        : function + ":" + qualifier.stringValue();
  }

  private CompletionStage<TaskReply> invoke(
      String function, String payload, Function<JsonNode, JsonNode> shape) {
    return invoker
        .invoke(function, payload.getBytes(StandardCharsets.UTF_8))
        .thenApply(reply -> reply(reply, shape));
  }

  private static TaskReply reply(LambdaReply reply, Function<JsonNode, JsonNode> shape) {
    return switch (reply) {
      case LambdaReply.FunctionError(String errorType, byte[] json) ->
          new TaskReply.Failed(errorType, new String(json, StandardCharsets.UTF_8));
      case LambdaReply.Payload(byte[] json) -> result(json, shape);
    };
  }

  private static TaskReply result(byte[] json, Function<JsonNode, JsonNode> shape) {
    try {
      return new TaskReply.Result(shape.apply(Json.parse(json)));
    } catch (JacksonException e) {
      return new TaskReply.Failed(StateFailure.RUNTIME, "The function's reply is not JSON");
    }
  }

  private static JsonNode wrapped(JsonNode payload) {
    ObjectNode result = Json.object().put("ExecutedVersion", "$LATEST");
    result.set("Payload", payload);
    SdkHttpMetadata.addLambda(result, Json.text(payload).length());
    return result.put("StatusCode", 200);
  }
}
