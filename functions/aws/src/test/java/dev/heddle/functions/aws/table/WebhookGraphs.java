package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.workflow.AddressClaim;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Graph documents for tests. */
public final class WebhookGraphs {
  private WebhookGraphs() {}

  /** A graph with a webhook at each path. */
  public static JsonNode withWebhooks(String... paths) {
    ObjectNode graph = WireJson.MAPPER.createObjectNode().put("schemaVersion", 1);
    ArrayNode nodes = graph.putArray("nodes");
    for (int i = 0; i < paths.length; i++) {
      ObjectNode node = nodes.addObject().put("id", "hook" + i).put("type", "webhook@1");
      node.putObject("config").put("path", paths[i]).put("method", "POST");
    }
    return graph;
  }

  /** What a graph with a webhook at each path claims. */
  public static List<AddressClaim> claims(String... paths) {
    return Stream.of(paths)
        .map(path -> new AddressClaim(path, "the webhook path " + path))
        .toList();
  }

  /** A text nobody can pack, of this length. */
  public static String noise(int length) {
    var text = new StringBuilder(length);
    new Random(7).ints(length, 33, 127).forEach(c -> text.append((char) c));
    return text.toString();
  }
}
