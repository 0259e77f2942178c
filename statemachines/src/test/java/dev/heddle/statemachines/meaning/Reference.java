package dev.heddle.statemachines.meaning;

import dev.heddle.statemachines.meaning.Work.Done;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rules of what a drawing means, word for word and one after the other. */
final class Reference {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** An arrow. */
  record Arrow(String source, String port, String target) {}

  private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final World world;
  private final String trigger;
  private final JsonNode input;
  private final Meaning meaning = Meaning.empty(JSON.nullNode());
  private final Set<String> settled = new HashSet<>();
  private final Set<String> stopped = new HashSet<>();

  Reference(JsonNode graph, World world, String trigger, JsonNode input) {
    graph.path("nodes").forEach(node -> nodes.put(node.path("id").stringValue(), node));
    graph.path("edges").forEach(edge -> arrows.add(arrow(edge)));
    this.world = world;
    this.trigger = trigger;
    this.input = input;
  }

  private static Arrow arrow(JsonNode edge) {
    return new Arrow(
        edge.path("source").stringValue(),
        edge.path("port").stringValue(),
        edge.path("target").stringValue());
  }

  /** Only what the trigger leads to takes part; a node waits until each way in is decided. */
  Meaning run() {
    Set<String> part = reachable(Set.of(trigger));
    boolean moved = true;
    while (moved) {
      moved = false;
      for (String node : nodes.keySet()) {
        if (part.contains(node) && !settled.contains(node) && isDecided(node, part)) {
          settle(node);
          moved = true;
        }
      }
    }
    return meaning.with(output());
  }

  private Set<String> reachable(Set<String> from) {
    Set<String> reached = new HashSet<>(from);
    boolean more = true;
    while (more) {
      more =
          arrows.stream()
              .filter(a -> reached.contains(a.source()))
              .map(Arrow::target)
              .map(reached::add)
              .reduce(false, Boolean::logicalOr);
    }
    return reached;
  }

  private Stream<Arrow> into(String node) {
    return arrows.stream().filter(arrow -> arrow.target().equals(node));
  }

  private boolean isDecided(String node, Set<String> part) {
    return into(node).allMatch(a -> settled.contains(a.source()) || !part.contains(a.source()));
  }

  private boolean isTaken(Arrow arrow) {
    return arrow.port().equals(meaning.ports().get(arrow.source()));
  }

  /** Runs the node if a way in is taken; otherwise it is dead, and so are its ways out. */
  private void settle(String node) {
    boolean alive = node.equals(trigger) || into(node).anyMatch(this::isTaken);
    if (alive && !run(node)) {
      stopped.add(node);
    }
    settled.add(node);
  }

  /** False if the node's failure ends the run: nothing after it is decided. */
  private boolean run(String node) {
    if (isStopped(node)) {
      return false;
    }
    JsonNode drawn = nodes.get(node);
    if (drawn.has("pinned")) {
      return left(
          node,
          drawn.path("pinned").path("port").stringValue("main"),
          drawn.path("pinned").path("output"));
    }
    if (drawn.path("disabled").booleanValue(false)) {
      return left(node, "main", inputOf(node));
    }
    if (node.equals(trigger)) {
      return left(node, "main", input);
    }
    meaning.ran().add(node);
    Work work =
        new Work(
            drawn,
            world,
            new Formula(names(node)),
            inputOf(node),
            (int) into(node).filter(this::isTaken).count(),
            config -> meaning.configs().put(node, config));
    return switch (work.done()) {
      case Done.Left left -> left(node, left.port(), left.output());
      case Done.Failed failed -> failed(node, drawn, failed);
    };
  }

  /** Whether something before it ended the run. */
  private boolean isStopped(String node) {
    return into(node).anyMatch(a -> stopped.contains(a.source()));
  }

  private boolean left(String node, String port, JsonNode output) {
    meaning.ports().put(node, port);
    meaning.outputs().put(node, output);
    return true;
  }

  private boolean failed(String node, JsonNode drawn, Done.Failed failed) {
    ObjectNode error = JsonNodeFactory.instance.objectNode().put("failed", true);
    error.put("error", failed.error()).put("cause", failed.cause()).put("node", node);
    boolean connected =
        arrows.stream().anyMatch(a -> a.source().equals(node) && a.port().equals("failure"));
    if (connected) {
      return left(node, "failure", error);
    }
    return switch (drawn.path("onError").stringValue("stop")) {
      case "continue" -> left(node, "main", error);
      case "default" -> left(node, "main", drawn.path("defaultOutput"));
      default -> {
        meaning.errors().add(failed.error());
        yield false;
      }
    };
  }

  /** The output of the one taken way in, or an object of several. */
  private JsonNode inputOf(String node) {
    Map<String, JsonNode> taken = new LinkedHashMap<>();
    for (String source : nodes.keySet()) {
      if (into(node).anyMatch(a -> a.source().equals(source) && isTaken(a))) {
        taken.put(source, outputOf(source));
      }
    }
    if (taken.size() == 1) {
      return taken.values().iterator().next();
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    taken.forEach(all::set);
    return all;
  }

  private JsonNode outputOf(String node) {
    return meaning.outputs().getOrDefault(node, JSON.nullNode());
  }

  private Map<String, JsonNode> names(String node) {
    Map<String, JsonNode> names = new HashMap<>();
    nodes.keySet().forEach(other -> names.put(other, outputOf(other)));
    names.put("trigger", input);
    names.put("run", JSON.readTree("{\"id\": \"run_1\", \"workflow\": \"wf_1\", \"version\": 3}"));
    return names;
  }

  private JsonNode output() {
    Set<String> triggers = new HashSet<>();
    nodes.forEach(
        (id, node) -> {
          if (Work.isTrigger(node)) {
            triggers.add(id);
          }
        });
    Set<String> drawn = reachable(triggers);
    List<String> sinks = new ArrayList<>();
    for (String node : nodes.keySet()) {
      boolean last = arrows.stream().noneMatch(arrow -> arrow.source().equals(node));
      if (drawn.contains(node) && last && !Work.isFailing(nodes.get(node))) {
        sinks.add(node);
      }
      if (Work.responds(nodes.get(node))
          && meaning.ran().contains(node)
          && meaning.ports().containsKey(node)) {
        return JsonNodeFactory.instance.objectNode().set("respond", outputOf(node));
      }
    }
    if (sinks.size() == 1) {
      return outputOf(sinks.getFirst());
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    sinks.stream().filter(meaning.ports()::containsKey).forEach(id -> all.set(id, outputOf(id)));
    return all;
  }
}
