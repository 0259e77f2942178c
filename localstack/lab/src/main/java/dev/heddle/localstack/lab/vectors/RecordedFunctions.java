package dev.heddle.localstack.lab.vectors;

import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller.Call;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Lambda functions of a recording, by how they behaved. */
record RecordedFunctions(JsonNode behaviours, VirtualTime time) {

  CompletionStage<TaskReply> call(Call call) {
    JsonNode arguments = call.arguments().json();
    return switch (call.resource()) {
      case TaskResource.Function(String arn) -> invoke(arn, arguments, false);
      case TaskResource.Activity a ->
          throw new IllegalStateException("Activities are not called: " + a);
      case TaskResource.Service service ->
          invoke(
              arguments.path("FunctionName").asString(""),
              arguments.has("Payload") ? arguments.get("Payload") : Json.object(),
              true);
    };
  }

  private CompletionStage<TaskReply> invoke(String function, JsonNode payload, boolean wrapped) {
    String name = function.substring(function.lastIndexOf(':') + 1);
    JsonNode behaviour = behaviours.path(name);
    return switch (behaviour.path("behaviour").asString("")) {
      case "echo" -> reply(payload, wrapped);
      case "constant" -> reply(behaviour.get("output"), wrapped);
      case "constant-repeat" -> reply(repeated(behaviour), wrapped);
      case "raise" -> CompletableFuture.completedFuture(raised(behaviour));
      case "sleep-then-echo" -> later(behaviour, payload, wrapped);
      case "python-repr" -> reply(python(behaviour, payload), wrapped);
      default ->
          CompletableFuture.completedFuture(
              new TaskReply.Failed(
                  "Lambda.ResourceNotFoundException", "Function not found: " + function));
    };
  }

  private static CompletionStage<TaskReply> reply(JsonNode value, boolean wrapped) {
    return CompletableFuture.completedFuture(new TaskReply.Result(shape(value, wrapped)));
  }

  private static JsonNode shape(JsonNode value, boolean wrapped) {
    if (!wrapped) {
      return value;
    }
    ObjectNode shaped = Json.object().put("ExecutedVersion", "$LATEST");
    shaped.set("Payload", value);
    shaped.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
    shaped.putObject("SdkResponseMetadata").put("RequestId", UUID.randomUUID().toString());
    return shaped.put("StatusCode", 200);
  }

  private static JsonNode repeated(JsonNode behaviour) {
    String character = behaviour.path("char").asString("x");
    return Json.string(character.repeat(behaviour.path("count").asInt(0)));
  }

  private static TaskReply raised(JsonNode behaviour) {
    ObjectNode error = Json.object();
    error.set("errorMessage", behaviour.get("errorMessage"));
    error.set("errorType", behaviour.get("errorType"));
    error.put("requestId", UUID.randomUUID().toString());
    error.set("stackTrace", behaviour.get("stackTrace"));
    return new TaskReply.Failed(behaviour.get("errorType").stringValue(), Json.text(error));
  }

  private CompletionStage<TaskReply> later(JsonNode behaviour, JsonNode payload, boolean wrapped) {
    var reply = new CompletableFuture<TaskReply>();
    Duration delay = Duration.ofSeconds(behaviour.path("seconds").asInt(0));
    time.at(
        time.now().plus(delay),
        () -> reply.complete(new TaskReply.Result(shape(payload, wrapped))));
    return reply;
  }

  private static JsonNode python(JsonNode behaviour, JsonNode payload) {
    String text = payload.isString() ? payload.stringValue() : payload.toString();
    return Json.string(behaviour.path("prefix").asString("") + text);
  }
}
