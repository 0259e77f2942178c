package dev.heddle.statemachines.drawing;

import dev.heddle.statemachines.graph.Node;
import dev.heddle.statemachines.report.Place;
import dev.heddle.statemachines.report.Problems;
import dev.heddle.statemachines.report.Spelling;
import dev.heddle.statemachines.vocabulary.NodeType;
import dev.heddle.statemachines.vocabulary.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which node stands in which container; what can't is reported and stands outside of all. */
final class Nesting {
  private static final String RULE = "parents-are-containers";
  private static final int DEEPEST = 10;
  private final Map<String, NodeType> types;
  private final Problems problems;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<Frame>> frames = new HashMap<>();

  /** The nesting of nodes that each have a type. */
  Nesting(List<Node> nodes, Map<String, NodeType> types, Problems problems) {
    this.types = types;
    this.problems = problems;
    nodes.forEach(this::add);
    nodes.forEach(this::settle);
  }

  private void add(Node node) {
    String parent = node.parent();
    if (parent == null) {
      return;
    }
    Place place = Place.node(node.id()).field("parent");
    NodeType type = types.get(parent);
    if (type != null && Frame.isContainer(type.wiring())) {
      parents.put(node.id(), parent);
    } else if (type == null) {
      String message = "There is no node \"" + parent + "\" to stand in";
      problems.error(RULE, place, message, Spelling.hint(parent, containers()));
    } else {
      String message = "\"" + parent + "\" can't hold \"" + node.name() + "\"";
      problems.error(RULE, place, message, "Move the node out of it.");
    }
  }

  private List<String> containers() {
    return types.entrySet().stream()
        .filter(type -> Frame.isContainer(type.getValue().wiring()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void settle(Node node) {
    List<Frame> around = new ArrayList<>();
    String outer = parents.get(node.id());
    while (outer != null && around.size() <= DEEPEST) {
      around.addFirst(frame(outer));
      outer = parents.get(outer);
    }
    if (around.size() > DEEPEST) {
      String message = "\"" + node.name() + "\" stands in itself or in more than " + DEEPEST;
      String hint = "Move it out of some containers.";
      problems.error(RULE, Place.node(node.id()).field("parent"), message, hint);
      around = List.of();
    }
    frames.put(node.id(), List.copyOf(around));
  }

  private Frame frame(String container) {
    NodeType type = types.get(container);
    return new Frame(container, type != null && type.wiring() instanceof Wiring.Loop);
  }

  /** The containers around a node, outermost first. */
  List<Frame> around(String node) {
    return frames.getOrDefault(node, List.of());
  }

  /** The container that a node stands in; null if it stands in none. */
  @Nullable String parent(String node) {
    List<Frame> around = around(node);
    return around.isEmpty() ? null : around.getLast().id();
  }

  /** The nodes by the container they stand in, the innermost first and those in none last. */
  Map<String, List<Node>> levels(List<Node> nodes) {
    Map<String, List<Node>> levels = new LinkedHashMap<>();
    for (int depth = DEEPEST; depth > 0; depth--) {
      for (Node node : nodes) {
        if (around(node.id()).size() == depth) {
          levels
              .computeIfAbsent(around(node.id()).getLast().id(), _ -> new ArrayList<>())
              .add(node);
        }
      }
    }
    List<Node> outermost = nodes.stream().filter(node -> parent(node.id()) == null).toList();
    levels.put(OUTSIDE, outermost);
    return levels;
  }

  /** What {@link #levels} calls the place of nodes that stand in no container. */
  static final String OUTSIDE = "";
}
