package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.AwsCaller;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** S3 as distributed Maps use it: items are read from it, results written to it. */
final class S3Caller {
  private static final Map<String, List<String>> SCOPE =
      Map.of(
          "authorization",
          List.of("AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/s3/aws4_request"));

  private final AwsCaller calls;

  S3Caller(AwsCaller calls) {
    this.calls = calls;
  }

  CompletionStage<TaskReply> call(String action, JsonNode arguments) {
    return switch (action) {
      case "getObject" -> get(arguments);
      case "readManifest" -> new S3InventoryReader(this::fetch).read(arguments);
      case "listObjectsV2" -> list(arguments);
      case "putObject" -> write(arguments);
      default ->
          throw new AwsFault(StateFailure.RUNTIME, "s3:" + action + " cannot be called here");
    };
  }

  private CompletionStage<AwsResponse> fetch(String bucket, String key) {
    return calls.call(new AwsRequest("GET", path(bucket, key), "", SCOPE, new byte[0]));
  }

  private CompletionStage<TaskReply> get(JsonNode arguments) {
    return fetch(text(arguments, "Bucket"), text(arguments, "Key"))
        .thenApply(
            response ->
                refused(
                    response, Json.string(new String(response.body(), StandardCharsets.UTF_8))));
  }

  private CompletionStage<TaskReply> list(JsonNode arguments) {
    String query = "list-type=2&prefix=" + encoded(text(arguments, "Prefix"));
    String path = "/" + encoded(text(arguments, "Bucket"));
    return calls
        .call(new AwsRequest("GET", path, query, SCOPE, new byte[0]))
        .thenApply(response -> refused(response, S3XmlReader.items(response)));
  }

  private CompletionStage<TaskReply> write(JsonNode call) {
    JsonNode arguments = call.path("Arguments");
    String bucket = text(arguments, "Bucket");
    String folder = text(arguments, "Prefix") + "/" + UUID.randomUUID();
    byte[] results = Json.bytes(call.path("Results"));
    ObjectNode manifest = Json.object().put("DestinationBucket", bucket);
    manifest.set("MapRunArn", call.path("MapRunArn"));
    manifest
        .putObject("ResultFiles")
        .putArray("SUCCEEDED")
        .addObject()
        .put("Key", folder + "/SUCCEEDED_0.json")
        .put("Size", results.length);
    ObjectNode shown = Json.object();
    shown.set("MapRunArn", call.path("MapRunArn"));
    shown
        .putObject("ResultWriterDetails")
        .put("Bucket", bucket)
        .put("Key", folder + "/manifest.json");
    return put(bucket, folder + "/SUCCEEDED_0.json", results)
        .thenCompose(first -> put(bucket, folder + "/manifest.json", Json.bytes(manifest)))
        .thenApply(response -> refused(response, shown));
  }

  private CompletionStage<AwsResponse> put(String bucket, String key, byte[] body) {
    return calls.call(new AwsRequest("PUT", path(bucket, key), "", SCOPE, body));
  }

  static TaskReply refused(AwsResponse response, JsonNode value) {
    return response.status() < 300
        ? new TaskReply.Result(value)
        : new TaskReply.Failed(
            "S3.AmazonS3Exception",
            "S3 answered with status " + response.status() + ": " + S3XmlReader.message(response));
  }

  private static String text(JsonNode arguments, String field) {
    return arguments.path(field).asString("");
  }

  private static String path(String bucket, String key) {
    StringBuilder path = new StringBuilder("/").append(encoded(bucket));
    for (String part : key.split("/")) {
      path.append('/').append(encoded(part));
    }
    return path.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
