package dev.heddle.functions.triggers.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A webhook trigger of a graph.
 *
 * @param trigger the node's id
 */
public record Webhook(String path, String trigger, JsonNode config) {
  private static final String TYPE = "webhook@1";
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~/-]{1,200}");

  /**
   * The webhooks of a graph, whatever it holds: disabled nodes and unfit paths are left out, and of
   * several with one path the first counts.
   */
  public static List<Webhook> of(JsonNode graph) {
    Map<String, Webhook> byPath = new LinkedHashMap<>();
    for (JsonNode node : graph.path("nodes").values()) {
      String path = node.path("config").path("path").asString("");
      boolean live =
          node.path("type").asString("").equals(TYPE) && !node.path("disabled").asBoolean(false);
      if (live && PATH.matcher(path).matches()) {
        byPath.putIfAbsent(
            path, new Webhook(path, node.path("id").asString(""), node.path("config")));
      }
    }
    return List.copyOf(byPath.values());
  }

  /** The webhook of a graph at a path. */
  public static Optional<Webhook> at(JsonNode graph, String path) {
    return of(graph).stream().filter(webhook -> webhook.path().equals(path)).findFirst();
  }
}
