package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.core.content.ContentType;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.RawRequest;
import dev.heddle.functions.triggers.webhook.WebhookConfig.Auth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What expressions read as {@code $trigger}: {@code {method, path, query, headers, body}}. */
final class WebhookPayload {
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "cookie", "proxy-authorization", "x-api-key", "x-amz-security-token");

  private WebhookPayload() {}

  static JsonNode of(RawRequest request, Auth auth) {
    ObjectNode payload = WireJson.MAPPER.createObjectNode();
    payload.put("method", request.method());
    payload.put("path", request.parameters().getOrDefault("path", ""));
    fill(payload.putObject("query"), request.query());
    fill(payload.putObject("headers"), without(credentials(auth), request.headers()));
    payload.set("body", body(request));
    return payload;
  }

  private static void fill(ObjectNode target, Map<String, String> values) {
    new TreeMap<>(values).forEach(target::put);
  }

  /** The header that holds the webhook's own secret; a signature gives nothing away. */
  private static String credentials(Auth auth) {
    return switch (auth) {
      case Auth.Header header -> header.name().toLowerCase(Locale.ROOT);
      case Auth.Hmac _, Auth.None _ -> "";
    };
  }

  private static Map<String, String> without(String own, Map<String, String> headers) {
    Map<String, String> rest = new TreeMap<>(headers);
    rest.keySet().removeAll(CREDENTIALS);
    rest.remove(own);
    return rest;
  }

  private static JsonNode body(RawRequest request) {
    try {
      return ContentType.of(request.headers().getOrDefault("content-type", ""))
          .read(request.body());
    } catch (JacksonException e) {
      throw new Fault(new Problem.Malformed("The body isn't valid JSON" + at(e)));
    }
  }

  private static String at(JacksonException e) {
    return e.getLocation() == null
        ? "."
        : " at line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ".";
  }
}
