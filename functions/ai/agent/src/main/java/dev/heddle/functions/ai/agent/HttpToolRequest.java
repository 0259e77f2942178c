package dev.heddle.functions.ai.agent;

import Heddle.BadConfig;
import dev.heddle.events.AgentRef;
import dev.heddle.events.AgentToolCall;
import dev.heddle.functions.core.http.HttpConfig;
import dev.heddle.functions.core.http.HttpConfig.Body;
import dev.heddle.functions.spec.shape.WireJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A model's arguments as a request: those the URL names go there, encoded, so that none can lead to
 * another path; the rest is the query or the JSON body.
 */
final class HttpToolRequest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_-]+)}");
  private static final Set<String> STEPS = Set.of("", ".", "..");

  private final Map<String, JsonNode> left = new LinkedHashMap<>();

  private HttpToolRequest(JsonNode arguments) {
    arguments.properties().forEach(entry -> left.put(entry.getKey(), entry.getValue()));
  }

  static HttpConfig request(Tool.Http tool, AgentToolCall call, JsonNode arguments) {
    return new HttpToolRequest(arguments).request(tool, call);
  }

  private HttpConfig request(Tool.Http tool, AgentToolCall call) {
    String url = url(tool.url());
    boolean sends =
        switch (tool.method()) {
          case POST, PUT, PATCH -> true;
          case GET, DELETE, HEAD, OPTIONS -> false;
        };
    return new HttpConfig(
        tool.method(),
        url,
        sends ? Map.of() : left,
        headers(tool, call),
        sends ? new Body.Json(WireJson.MAPPER.valueToTree(left)) : new Body.None(),
        tool.auth(),
        true,
        HttpConfig.MAX_RESPONSE,
        false);
  }

  private String url(String template) {
    Matcher holes = PLACEHOLDER.matcher(template);
    StringBuilder url = new StringBuilder();
    while (holes.find()) {
      holes.appendReplacement(url, Matcher.quoteReplacement(value(holes.group(1))));
    }
    return holes.appendTail(url).toString();
  }

  private String value(String name) {
    JsonNode value = left.remove(name);
    if (value == null || value.isContainer() || STEPS.contains(value.asString(""))) {
      throw new BadConfig("The URL needs the argument “" + name + "” as text or a number.");
    }
    return URLEncoder.encode(value.asString(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An API that knows the header does a repeated call once. */
  private static Map<String, JsonNode> headers(Tool.Http tool, AgentToolCall call) {
    Map<String, JsonNode> headers = new LinkedHashMap<>(tool.headers());
    AgentRef agent = call.agent();
    String key =
        String.join("/", agent.run(), agent.node(), agent.path(), call.turn() + "", call.call());
    headers.putIfAbsent("Idempotency-Key", StringNode.valueOf(key));
    return headers;
  }
}
