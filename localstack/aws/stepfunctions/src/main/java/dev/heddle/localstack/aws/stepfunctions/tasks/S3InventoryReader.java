package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.run.CsvParser;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** S3 inventories as item sources: a manifest names CSV files, each of whose rows is an item. */
record S3InventoryReader(ObjectFetch fetch) {
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  /** Gets an object. */
  @FunctionalInterface
  interface ObjectFetch {
    CompletionStage<AwsResponse> get(String bucket, String key);
  }

  CompletionStage<TaskReply> read(JsonNode arguments) {
    String bucket = arguments.path("Bucket").asString("");
    String key = arguments.path("Key").asString("");
    return fetch
        .get(bucket, key)
        .thenCompose(
            response ->
                response.status() < 300
                    ? files(response.body(), bucket)
                    : done(S3Caller.refused(response, Json.nothing())));
  }

  private CompletionStage<TaskReply> files(byte[] body, String beside) {
    JsonNode manifest = parsed(body);
    if (!manifest.path("fileFormat").asString("CSV").equals("CSV")) {
      return done(failed("Only inventories in CSV can be read"));
    }
    String bucket = manifest.path("destinationBucket").asString(beside);
    String name = bucket.substring(bucket.lastIndexOf(':') + 1);
    List<String> columns =
        List.of(manifest.path("fileSchema").asString("Bucket, Key").split("\\s*,\\s*"));
    CompletionStage<TaskReply> read = done(new TaskReply.Result(Json.array()));
    for (JsonNode file : manifest.path("files")) {
      String key = file.path("key").asString("");
      read = read.thenCompose(sofar -> next(sofar, columns, name, key));
    }
    return read;
  }

  private CompletionStage<TaskReply> next(
      TaskReply sofar, List<String> columns, String bucket, String key) {
    if (!(sofar instanceof TaskReply.Result(JsonNode value))
        || !(value instanceof ArrayNode items)) {
      return done(sofar);
    }
    return fetch
        .get(bucket, key)
        .thenApply(
            response ->
                response.status() < 300
                    ? rows(items, columns, key, response.body())
                    : S3Caller.refused(response, Json.nothing()));
  }

  private static TaskReply rows(ArrayNode items, List<String> columns, String key, byte[] body) {
    try {
      byte[] plain = key.endsWith(".gz") ? unpacked(body) : body;
      for (List<String> row : CsvParser.rows(new String(plain, StandardCharsets.UTF_8), ',')) {
        ObjectNode item = items.addObject();
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
          item.put(columns.get(i), row.get(i));
        }
      }
      return new TaskReply.Result(items);
    } catch (IOException e) {
      return failed("The file " + key + " cannot be unpacked: " + e.getMessage());
    }
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = in.readNBytes(MOST_BYTES + 1);
      if (plain.length > MOST_BYTES) {
        throw new IOException("it is larger than " + MOST_BYTES + " bytes");
      }
      return plain;
    }
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return Json.parse(body);
    } catch (JacksonException e) {
      return Json.nothing();
    }
  }

  private static TaskReply failed(String why) {
    return new TaskReply.Failed("States.ItemReaderFailed", why);
  }

  private static CompletionStage<TaskReply> done(TaskReply reply) {
    return CompletableFuture.completedFuture(reply);
  }
}
