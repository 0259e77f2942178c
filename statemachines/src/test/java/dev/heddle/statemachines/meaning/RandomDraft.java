package dev.heddle.statemachines.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws at random: every kind of node, any ports, any ways, failures, dead ends. */
final class RandomDraft {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> VALUES =
      List.of(
          "{% $A %}",
          "{% $A.x %}",
          "{% $A.list %}",
          "{% $A.list[0] %}",
          "{% $A[0] %}",
          "{% $A.list[$ > 1] %}",
          "{% {\"v\": $A.x, \"w\": $B} %}",
          "{% [$A.x, $B] %}",
          "{% $exists($A.x) ? $A.x : 'none' %}",
          "{% $A.x + 1 %}",
          "{% $string($A) %}",
          "{% $map($A.list, function($v) { $v * 2 }) %}",
          "{% $sum($A.list) %}",
          "{% $trigger.x %}",
          "{% $trigger[0] %}",
          "{% $run.id & '/' & $run.version %}",
          "{% ($y := $A.list; $count($y)) %}",
          "Hi {{ $A.name }}, {{ $B }}",
          "{{ $A.list }}!",
          "plain",
          "{% $A.list^(>$) %}",
          "{% $A = $B %}",
          "{% $A.list[-1] & 'x' %}");
  private static final List<String> CONDITIONS =
      List.of(
          "{% $A.flag %}",
          "{% $A.x = 1 %}",
          "{% $A = null %}",
          "{% $A.x > 3 %}",
          "{% $A %}",
          "{% $exists($A.x) %}",
          "{% $B.list %}",
          "{% $A.nothing %}",
          "{% $trigger.x = 1 %}");
  private static final List<String> TYPES =
      List.of(
          "work@1",
          "work@1",
          "work@1",
          "work@1",
          "pick@1",
          "pick@1",
          "if@1",
          "if@1",
          "if@1",
          "switch@1",
          "set@1",
          "set@1",
          "merge@1",
          "wait@1",
          "stop@1",
          "respond@1");
  private static final List<String> INPUTS =
      List.of("{\"x\": 1}", "{\"x\": null, \"list\": [1]}", "null", "[7, 8]", "\"t\"");
  private final SplittableRandom random;
  private final List<ObjectNode> nodes = new ArrayList<>();
  private final List<ObjectNode> edges = new ArrayList<>();
  private final Map<String, Set<String>> ancestors = new LinkedHashMap<>();

  RandomDraft(long seed) {
    random = new SplittableRandom(seed);
  }

  Draft draw() {
    int triggers = random.nextInt(6) == 0 ? 2 : 1;
    int size = triggers + 1 + random.nextInt(chance(20) ? 30 : 11);
    for (int i = 0; i < size; i++) {
      boolean trigger = i < triggers;
      nodes.add(node("n" + i, trigger ? "manual@1" : pick(TYPES)));
      ancestors.put("n" + i, new HashSet<>());
      if (!trigger) {
        arrows(i, triggers);
        configure(nodes.get(i));
      }
    }
    String fired = "n" + random.nextInt(triggers);
    return new Draft(nodes, edges, fired, JSON.readTree(pick(INPUTS)), random.nextLong());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private static ObjectNode node(String id, String type) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("type", type).put("name", "Node " + id);
    node.putObject("config");
    return node;
  }

  private void arrows(int target, int triggers) {
    int wanted = 1 + (chance(40) ? 1 : 0) + (chance(15) ? 1 : 0);
    for (int tries = 0; tries < 20 && wanted > 0; tries++) {
      int source =
          chance(70) ? Math.max(0, target - 1 - random.nextInt(4)) : random.nextInt(target);
      if (arrow(nodes.get(source), nodes.get(target))) {
        wanted--;
      }
    }
  }

  private boolean arrow(ObjectNode source, ObjectNode target) {
    List<String> ports = ports(source);
    if (ports.isEmpty()) {
      return false;
    }
    String from = source.path("id").stringValue();
    String to = target.path("id").stringValue();
    String port = pick(ports);
    boolean known =
        edges.stream()
            .anyMatch(
                edge ->
                    edge.path("source").stringValue().equals(from)
                        && edge.path("port").stringValue().equals(port)
                        && edge.path("target").stringValue().equals(to));
    if (!known) {
      ObjectNode edge = JsonNodeFactory.instance.objectNode().put("id", "e" + edges.size());
      edges.add(edge.put("source", from).put("port", port).put("target", to));
      ancestors.get(to).add(from);
      ancestors.get(to).addAll(ancestors.get(from));
    }
    return !known;
  }

  private List<String> ports(ObjectNode node) {
    List<String> ports =
        switch (node.path("type").stringValue()) {
          case "if@1" -> new ArrayList<>(List.of("true", "false"));
          case "switch@1" -> new ArrayList<>(List.of("one", "two", "default"));
          case "pick@1" -> new ArrayList<>(List.of("left", "right"));
          case "stop@1", "respond@1" -> new ArrayList<>();
          default -> new ArrayList<>(List.of("main"));
        };
    boolean mayFail = !node.path("type").stringValue().equals("manual@1") && !ports.isEmpty();
    if (mayFail && chance(15)) {
      ports.add("failure");
    }
    return ports;
  }

  private void configure(ObjectNode node) {
    ObjectNode config = (ObjectNode) node.get("config");
    switch (node.path("type").stringValue()) {
      case "if@1" -> config.put("condition", named(node, pick(CONDITIONS)));
      case "switch@1" -> cases(node, config.putArray("cases"));
      case "set@1" -> fields(node, config);
      case "merge@1" -> quorum(node, config);
      case "wait@1" -> config.putObject("duration").put("kind", "seconds").put("seconds", 5);
      case "stop@1" -> config.put("outcome", chance(50) ? "end" : "fail");
      case "respond@1" -> config.put("body", named(node, pick(VALUES)));
      case "work@1", "pick@1" -> config.put("value", named(node, pick(VALUES)));
      default -> {}
    }
    extras(node);
  }

  private void cases(ObjectNode node, ArrayNode cases) {
    cases.addObject().put("name", "one").put("condition", named(node, pick(CONDITIONS)));
    cases.addObject().put("name", "two").put("condition", named(node, pick(CONDITIONS)));
  }

  private void fields(ObjectNode node, ObjectNode config) {
    config.put("keep", chance(50));
    ArrayNode fields = config.putArray("fields");
    fields.addObject().put("name", "x").put("value", named(node, pick(VALUES)));
    ObjectNode list = fields.addObject().put("name", "list");
    list.putArray("value").add(named(node, pick(VALUES))).add(3).add(named(node, pick(VALUES)));
  }

  private void quorum(ObjectNode node, ObjectNode config) {
    if (chance(30)) {
      String id = node.path("id").stringValue();
      long edgesIn = edges.stream().filter(e -> e.path("target").stringValue().equals(id)).count();
      config.put("mode", "quorum").put("quorum", 1 + random.nextInt((int) edgesIn));
    }
  }

  private void extras(ObjectNode node) {
    boolean main = ports(node).contains("main");
    if (main && chance(12)) {
      node.put("onError", chance(50) ? "continue" : "default");
      if (node.path("onError").stringValue().equals("default")) {
        node.put("defaultOutput", "{% $notCode %}");
      }
    }
    if (main && chance(7)) {
      node.put("disabled", true);
    } else if (main && chance(7)) {
      node.putObject("pinned").put("port", "main").put("output", "{% 1 %}");
    }
  }

  /** Puts names of nodes before this one in place of the letters. */
  private String named(ObjectNode node, String template) {
    List<String> before = List.copyOf(ancestors.get(node.path("id").stringValue()));
    String a = before.isEmpty() ? "trigger" : pick(before.stream().sorted().toList());
    String b = before.isEmpty() ? "trigger" : pick(before.stream().sorted().toList());
    return template.replace("$A", "$" + a).replace("$B", "$" + b);
  }
}
