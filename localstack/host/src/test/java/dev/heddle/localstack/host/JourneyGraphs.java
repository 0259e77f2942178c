package dev.heddle.localstack.host;

import dev.heddle.functions.spec.shape.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Drawings the tests use. */
final class JourneyGraphs {
  private JourneyGraphs() {}

  /** A webhook that answers at once, a wait, and a value that is set. */
  static JsonNode waiting(String path, int seconds) {
    return graph(
        "Waits",
        List.of(
            node("hook1", "webhook@1", webhook(path, "at-once")),
            node(
                "wait1",
                "wait@1",
                Map.of("duration", Map.of("kind", "seconds", "seconds", seconds))),
            node(
                "set1",
                "set@1",
                Map.of(
                    "keep",
                    false,
                    "fields",
                    List.of(Map.of("name", "n", "value", "{% $trigger.body.n %}"))))),
        List.of(edge("hook1", "main", "wait1"), edge("wait1", "main", "set1")));
  }

  /** A manual start and an HTTP call to this address. */
  static JsonNode calling(String url) {
    return graph(
        "Calls",
        List.of(
            node("start1", "manual@1", Map.of()),
            node(
                "call1",
                "http-request@1",
                Map.of("method", "GET", "url", url, "followRedirects", true))),
        List.of(edge("start1", "main", "call1")));
  }

  /** A webhook, an agent that is given its text, and the agent's output as the answer. */
  static JsonNode asking(String path, Map<String, ?> agent) {
    Map<String, Object> config =
        new HashMap<>(Map.of("model", "demo", "prompt", "{{ $trigger.body.text }}"));
    config.putAll(agent);
    return graph(
        "Asks",
        List.of(
            node("hook1", "webhook@1", webhook(path, "answer")),
            node("agent1", "agent@1", config),
            node("answer1", "respond@1", Map.of("status", 200, "body", "{% $agent1 %}"))),
        List.of(edge("hook1", "main", "agent1"), edge("agent1", "main", "answer1")));
  }

  /** Two nodes that wait for each other. */
  static JsonNode cycle() {
    return graph(
        "Cycle",
        List.of(
            node("start1", "manual@1", Map.of()),
            node("one", "set@1", Map.of("keep", true, "fields", List.of())),
            node("two", "set@1", Map.of("keep", true, "fields", List.of()))),
        List.of(
            edge("start1", "main", "one"), edge("one", "main", "two"), edge("two", "main", "one")));
  }

  static Map<String, Object> webhook(String path, String respond) {
    return Map.of(
        "path", path, "method", "POST", "respond", respond, "auth", Map.of("kind", "none"));
  }

  static JsonNode graph(
      String name, List<Map<String, Object>> nodes, List<Map<String, Object>> edges) {
    return WireJson.MAPPER.valueToTree(
        Map.of(
            "schemaVersion",
            1,
            "name",
            name,
            "description",
            "",
            "settings",
            Map.of("mode", "auto"),
            "nodes",
            nodes,
            "edges",
            edges,
            "notes",
            List.of(),
            "groups",
            List.of()));
  }

  static Map<String, Object> node(String id, String type, Map<String, ?> config) {
    return Map.of(
        "id", id, "type", type, "name", id, "position", Map.of("x", 0, "y", 0), "config", config);
  }

  static Map<String, Object> edge(String source, String port, String target) {
    return Map.of(
        "id", source + "_" + port + "_" + target, "source", source, "port", port, "target", target);
  }
}
