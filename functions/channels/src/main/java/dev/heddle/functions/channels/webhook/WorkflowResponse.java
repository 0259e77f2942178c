package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.RawReply;
import dev.heddle.statemachines.language.RunMap;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A run's output as an HTTP answer: what its Respond node said, else the output as JSON. */
final class WorkflowResponse {
  private static final int OK = 200;

  /** The field of a run's output that holds what its Respond node said. */
  private static final String ANSWER = "respond";

  private WorkflowResponse() {}

  static RawReply of(RunMap map, @Nullable JsonNode output) {
    JsonNode given = output == null ? JsonNodeFactory.instance.nullNode() : output;
    JsonNode answer = given.path(ANSWER);
    return !map.responders().isEmpty() && isResponse(answer)
        ? reply(answer.path("status").asInt(OK), answer.path("headers"), answer.path("body"))
        : reply(OK, JsonNodeFactory.instance.objectNode(), given);
  }

  private static boolean isResponse(JsonNode output) {
    int status = output.path("status").asInt(0);
    return output.has("body") && status >= OK && status <= 599;
  }

  private static RawReply reply(int status, JsonNode requested, JsonNode body) {
    Map<String, String> headers = new HashMap<>(ResponseHeaders.safe(requested));
    boolean none = body.isNull() || body.isMissingNode() || status == 204 || status == 304;
    byte[] bytes = none ? new byte[0] : bytes(body);
    if (!none) {
      headers.putIfAbsent(
          "content-type", body.isString() ? "text/plain; charset=utf-8" : "application/json");
    }
    return new RawReply(status, headers, bytes);
  }

  private static byte[] bytes(JsonNode body) {
    return body.isString()
        ? body.stringValue().getBytes(StandardCharsets.UTF_8)
        : WireJson.MAPPER.writeValueAsBytes(body);
  }
}
