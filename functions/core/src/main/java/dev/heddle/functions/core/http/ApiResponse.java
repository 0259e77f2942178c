package dev.heddle.functions.core.http;

import Heddle.HttpFailed;
import dev.heddle.functions.core.content.ContentType;
import dev.heddle.functions.spec.port.OutboundHttp;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came back. Header names are lower case, repeated ones joined by commas; cookies are left
 * out, for they are credentials.
 */
record ApiResponse(int status, Map<String, String> headers, ContentType type, byte[] body) {
  private static final Set<String> CREDENTIALS = Set.of("set-cookie", "set-cookie2");
  private static final String HIDDEN = "•••";

  static ApiResponse of(OutboundHttp.Response reply) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    reply
        .headers()
        .forEach(
            (name, values) -> {
              if (!CREDENTIALS.contains(name)) {
                headers.put(name, String.join(", ", values));
              }
            });
    String type = reply.headers().getOrDefault("content-type", List.of("")).getFirst();
    return new ApiResponse(
        reply.status(), headers, ContentType.of(type), reply.body().readAllBytes());
  }

  String text() {
    return type.text(body);
  }

  ApiResponse without(String secret) {
    Map<String, String> clean = new TreeMap<>(headers);
    clean.replaceAll((_, value) -> value.replace(secret, HIDDEN));
    if (!text().contains(secret)) {
      return new ApiResponse(status, clean, type, body);
    }
    byte[] rest = text().replace(secret, HIDDEN).getBytes(type.charset());
    return new ApiResponse(status, clean, type, rest);
  }

  ObjectNode toJson() {
    ObjectNode json = WireJson.MAPPER.createObjectNode();
    json.put("status", status);
    ObjectNode head = json.putObject("headers");
    headers.forEach(head::put);
    json.set("body", bodyJson());
    return json;
  }

  private JsonNode bodyJson() {
    try {
      return type.read(body);
    } catch (JacksonException e) {
      throw new HttpFailed("The response isn't valid JSON: " + e.getOriginalMessage());
    }
  }
}
