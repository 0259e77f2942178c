package dev.heddle.statemachines.compiler.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws at random: every kind of node, any ports, any ways, failures, dead ends. */
final class RandomDraft {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int DEEPEST = 3;
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
  private final Dice dice;
  private final Set<Kind> kinds;
  private final Ids ids;
  private final Config config;
  private final List<ObjectNode> nodes = new ArrayList<>();
  private final List<ObjectNode> edges = new ArrayList<>();
  private final Map<String, Set<String>> ancestors = new LinkedHashMap<>();

  RandomDraft(long seed, Set<Kind> kinds) {
    this.dice = new Dice(new SplittableRandom(seed));
    this.kinds = kinds;
    this.ids = new Ids(dice);
    this.config = new Config(dice);
  }

  Draft draw() {
    List<ObjectNode> triggers = new ArrayList<>();
    for (int i = dice.below(6) == 0 ? 2 : 1; i > 0; i--) {
      triggers.add(add("manual@1", ""));
    }
    fill(new ArrayList<>(triggers), "", Set.of(), 2 + dice.below(dice.chance(20) ? 30 : 11), 0);
    String fired = id(dice.pick(triggers));
    return new Draft(nodes, edges, fired, JSON.readTree(dice.pick(INPUTS)), dice.seed());
  }

  /** Draws nodes at one level, behind those that stand there. */
  private void fill(List<ObjectNode> level, String parent, Set<String> outer, int size, int depth) {
    for (int i = 0; i < size; i++) {
      if (kinds.contains(Kind.RACE) && dice.chance(5)) {
        race(level, parent, outer, depth);
        continue;
      }
      ObjectNode node = add(type(depth), parent);
      ancestors.get(id(node)).addAll(outer);
      boolean first = level.isEmpty() || depth > 0 && dice.chance(15);
      if (!first) {
        arrows(level, node);
      }
      level.add(node);
      configure(node, depth);
    }
  }

  /** Branches from one port, or from the beginning of a body, to a merge that takes the first. */
  private void race(List<ObjectNode> level, String parent, Set<String> outer, int depth) {
    Optional<ObjectNode> fork = level.isEmpty() ? Optional.empty() : Optional.of(dice.pick(level));
    List<String> ports = fork.map(this::ports).orElse(List.of(""));
    if (ports.isEmpty()) {
      return;
    }
    String port = dice.pick(ports);
    List<ObjectNode> all = new ArrayList<>();
    for (int branch = 2 + dice.below(2); branch > 0; branch--) {
      List<ObjectNode> nodes = new ArrayList<>();
      for (int i = 1 + dice.below(3); i > 0; i--) {
        ObjectNode node = add(racing(depth), parent);
        ancestors.get(id(node)).addAll(outer);
        if (nodes.isEmpty()) {
          fork.ifPresent(source -> arrow(source, port, node));
        } else {
          arrows(nodes, node);
        }
        configure(node, depth);
        nodes.add(node);
      }
      all.addAll(nodes);
    }
    ObjectNode merge = add("merge@1", parent);
    ancestors.get(id(merge)).addAll(outer);
    all.forEach(node -> finish(node, merge));
    ((ObjectNode) merge.get("config")).put("mode", "first");
    extras(merge);
    level.add(merge);
  }

  /** What ends a path can't be on the way to a merge. */
  private String racing(int depth) {
    String type = type(depth);
    boolean ends = type.equals("respond@1") || type.equals("stop@1") && dice.chance(80);
    return ends ? "work@1" : type;
  }

  private void finish(ObjectNode node, ObjectNode merge) {
    boolean last = edges.stream().noneMatch(e -> e.path("source").stringValue().equals(id(node)));
    if (last || dice.chance(20)) {
      arrow(node, merge);
    }
  }

  private String type(int depth) {
    if (depth < DEEPEST && dice.chance(depth == 0 ? 12 : 18)) {
      List<String> containers = new ArrayList<>();
      if (kinds.contains(Kind.FOR_EACH)) {
        containers.add("for-each@1");
      }
      if (kinds.contains(Kind.LOOP)) {
        containers.add("loop@1");
      }
      if (!containers.isEmpty()) {
        return dice.pick(containers);
      }
    }
    if (kinds.contains(Kind.AWAIT) && dice.chance(6)) {
      return "approval@1";
    }
    if (kinds.contains(Kind.RUN_WORKFLOW) && dice.chance(6)) {
      return "run-workflow@1";
    }
    String type = dice.pick(TYPES);
    return depth > 0 && type.equals("respond@1") ? "work@1" : type;
  }

  private ObjectNode add(String type, String parent) {
    String id = ids.next();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("type", type).put("name", "Node " + id);
    if (!parent.isEmpty()) {
      node.put("parent", parent);
    }
    node.putObject("config");
    nodes.add(node);
    ancestors.put(id, new LinkedHashSet<>());
    return node;
  }

  private static String id(ObjectNode node) {
    return node.path("id").stringValue();
  }

  private void arrows(List<ObjectNode> level, ObjectNode target) {
    int wanted = 1 + (dice.chance(40) ? 1 : 0) + (dice.chance(15) ? 1 : 0);
    for (int tries = 0; tries < 20 && wanted > 0; tries++) {
      int last = level.size() - 1;
      int source = dice.chance(70) ? Math.max(0, last - dice.below(4)) : dice.below(last + 1);
      if (arrow(level.get(source), target)) {
        wanted--;
      }
    }
  }

  private boolean arrow(ObjectNode source, ObjectNode target) {
    List<String> ports = ports(source);
    return !ports.isEmpty() && arrow(source, dice.pick(ports), target);
  }

  private boolean arrow(ObjectNode source, String port, ObjectNode target) {
    boolean known =
        edges.stream()
            .anyMatch(
                edge ->
                    edge.path("source").stringValue().equals(id(source))
                        && edge.path("port").stringValue().equals(port)
                        && edge.path("target").stringValue().equals(id(target)));
    if (!known) {
      ObjectNode edge = JsonNodeFactory.instance.objectNode().put("id", "e" + edges.size());
      edges.add(edge.put("source", id(source)).put("port", port).put("target", id(target)));
      ancestors.get(id(target)).add(id(source));
      ancestors.get(id(target)).addAll(ancestors.get(id(source)));
    }
    return !known;
  }

  private List<String> ports(ObjectNode node) {
    List<String> ports =
        new ArrayList<>(
            switch (node.path("type").stringValue()) {
              case "if@1" -> List.of("true", "false");
              case "switch@1" -> List.of("one", "two", "default");
              case "pick@1" -> List.of("left", "right");
              case "approval@1" -> List.of("approved", "rejected", "timeout");
              case "loop@1" -> dice.chance(25) ? List.of("main", "max") : List.of("main");
              case "stop@1", "respond@1" -> List.<String>of();
              default -> List.of("main");
            });
    boolean mayFail = !node.path("type").stringValue().equals("manual@1") && !ports.isEmpty();
    if (mayFail && dice.chance(15)) {
      ports.add("failure");
    }
    return ports;
  }

  private void configure(ObjectNode node, int depth) {
    config.fill(node, names(node), edgesInto(node));
    String type = node.path("type").stringValue();
    if (type.equals("for-each@1") || type.equals("loop@1")) {
      String name = type.equals("loop@1") ? "loop" : "item";
      Set<String> outer = new LinkedHashSet<>(ancestors.get(id(node)));
      outer.add(name);
      fill(new ArrayList<>(), id(node), outer, 1 + dice.below(5), depth + 1);
    }
    extras(node);
  }

  private List<String> names(ObjectNode node) {
    return ancestors.get(id(node)).stream().sorted().toList();
  }

  private int edgesInto(ObjectNode node) {
    return (int)
        edges.stream().filter(e -> e.path("target").stringValue().equals(id(node))).count();
  }

  private void extras(ObjectNode node) {
    boolean main =
        ports(node).contains("main") && !node.path("type").stringValue().equals("manual@1");
    if (main && dice.chance(12)) {
      node.put("onError", dice.chance(50) ? "continue" : "default");
      if (node.path("onError").stringValue().equals("default")) {
        node.put("defaultOutput", "{% $notCode %}");
      }
    }
    if (main && dice.chance(7)) {
      node.put("disabled", true);
    } else if (main && dice.chance(7)) {
      node.putObject("pinned").put("port", "main").put("output", "{% 1 %}");
    }
  }
}
