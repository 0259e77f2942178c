package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.port.AwsCaller;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Services by their JSON protocols, as optimised or AWS SDK integrations. */
final class JsonServiceCaller {
  private final AwsCaller calls;

  JsonServiceCaller(AwsCaller calls) {
    this.calls = calls;
  }

  CompletionStage<TaskReply> call(
      JsonService service, TaskResource.Service resource, Payload given) {
    boolean sdk = resource.service().startsWith("aws-sdk:");
    JsonNode arguments = sdk ? given.json() : texts(resource, given.json());
    return calls
        .call(request(service, operation(resource.action()), Json.bytes(arguments)))
        .thenApply(response -> reply(service, resource, sdk, response));
  }

  private static String operation(String action) {
    return Character.toUpperCase(action.charAt(0)) + action.substring(1);
  }

  private static AwsRequest request(JsonService service, String operation, byte[] body) {
    Map<String, List<String>> headers =
        Map.of(
            "content-type", List.of(service.contentType()),
            "x-amz-target", List.of(service.target() + "." + operation));
    return new AwsRequest("POST", "/", "", headers, body);
  }

  /** An optimised integration takes JSON where the service takes text. */
  private static JsonNode texts(TaskResource.Service resource, JsonNode arguments) {
    return switch (resource.service() + ":" + resource.action()) {
      case "sqs:sendMessage" -> text(arguments, "MessageBody");
      case "events:putEvents" -> {
        ObjectNode copy = (ObjectNode) arguments.deepCopy();
        var entries = Json.array();
        copy.path("Entries").forEach(entry -> entries.add(text(entry, "Detail")));
        yield copy.set("Entries", entries);
      }
      default -> arguments;
    };
  }

  private static JsonNode text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isString() || !object.isObject()) {
      return object;
    }
    return ((ObjectNode) object.deepCopy()).put(field, Json.text(value));
  }

  private static TaskReply reply(
      JsonService service, TaskResource.Service resource, boolean sdk, AwsResponse response) {
    ObjectNode body = body(response);
    if (response.status() >= 300) {
      return refusal(service, sdk, response, body);
    }
    if (resource.service().equals("events") && body.path("FailedEntryCount").asInt(0) > 0) {
      return new TaskReply.Failed("EventBridge.FailedEntry", Json.text(body));
    }
    if (!sdk) {
      SdkHttpMetadata.add(body, response.body().length, service.contentType());
    }
    return new TaskReply.Result(body);
  }

  private static ObjectNode body(AwsResponse response) {
    try {
      return response.body().length > 0 && Json.parse(response.body()) instanceof ObjectNode object
          ? object
          : Json.object();
    } catch (JacksonException e) {
      return Json.object();
    }
  }

  private static TaskReply refusal(
      JsonService service, boolean sdk, AwsResponse response, ObjectNode body) {
    String type = body.path("__type").asString("InternalServerError");
    String code = type.substring(type.indexOf('#') + 1);
    String message = body.path("message").asString(body.path("Message").asString(""));
    String cause =
        sdk
            ? "%s (Service: %s, Status Code: %d, Request ID: %s)"
                .formatted(message, service.sdkTitle(), response.status(), UUID.randomUUID())
            : ServiceErrors.cause(service.title(), message, response.status(), code);
    return new TaskReply.Failed(service.error(code, sdk), cause);
  }
}
