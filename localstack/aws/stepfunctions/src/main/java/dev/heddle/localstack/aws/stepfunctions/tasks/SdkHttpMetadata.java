package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What an optimised integration adds about the HTTP answer behind its result. */
final class SdkHttpMetadata {
  private SdkHttpMetadata() {}

  static void add(ObjectNode result, int length, String type) {
    add(result, Json.object().put("connection", "keep-alive"), length, type);
  }

  /** What Lambda says besides. */
  static void addLambda(ObjectNode result, int length) {
    ObjectNode own =
        Json.object()
            .put("Connection", "keep-alive")
            .put("X-Amz-Executed-Version", "$LATEST")
            .put("x-amzn-Remapped-Content-Length", "0")
            .put("X-Amzn-Trace-Id", "Root=1-" + UUID.randomUUID().toString().replace("-", ""));
    add(result, own, length, "application/json");
  }

  private static void add(ObjectNode result, ObjectNode own, int length, String type) {
    String request = UUID.randomUUID().toString();
    ObjectNode headers =
        own.put("Content-Length", Integer.toString(length))
            .put("Content-Type", type)
            .put(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
            .put("x-amzn-RequestId", request);
    ObjectNode all = Json.object();
    headers.properties().forEach(h -> all.putArray(h.getKey()).add(h.getValue()));
    ObjectNode http = result.putObject("SdkHttpMetadata");
    http.set("AllHttpHeaders", all);
    http.set("HttpHeaders", headers);
    http.put("HttpStatusCode", 200);
    result.putObject("SdkResponseMetadata").put("RequestId", request);
  }
}
