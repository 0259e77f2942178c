package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.report.SpellingHints;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which node stands in which container; what can't is reported and stands outside of all. */
final class ContainerNesting {

  /** The nodes of one container; of {@link #OUTSIDE}, those that stand in none. */
  record Level(String container, List<TypedNode> nodes) {}

  /** Where nodes stand that no container holds. */
  static final String OUTSIDE = "";

  private static final String RULE = "parents-are-containers";
  private static final int DEEPEST = 10;
  private final Map<String, TypedNode> nodes;
  private final Diagnostics problems;
  private final Map<String, TypedNode> parents = new HashMap<>();
  private final Map<String, List<ContainerFrame>> frames = new HashMap<>();

  /** The nesting of nodes, which are in document order. */
  ContainerNesting(Map<String, TypedNode> nodes, Diagnostics problems) {
    this.nodes = nodes;
    this.problems = problems;
    nodes.values().forEach(this::add);
    nodes.values().forEach(this::settle);
  }

  private void add(TypedNode node) {
    String name = node.node().parent();
    if (name == null) {
      return;
    }
    SourceLocation place = SourceLocation.node(node.id()).field("parent");
    TypedNode parent = nodes.get(name);
    if (parent == null) {
      String message = "There is no container \"" + name + "\"";
      problems.error(RULE, place, message, SpellingHints.hint(name, containers()));
    } else if (parent.isContainer()) {
      parents.put(node.id(), parent);
    } else {
      String message = "\"" + name + "\" can't contain \"" + node.node().name() + "\"";
      problems.error(RULE, place, message, "Move the step out of it.");
    }
  }

  private List<String> containers() {
    return nodes.values().stream().filter(TypedNode::isContainer).map(TypedNode::id).toList();
  }

  private void settle(TypedNode node) {
    List<ContainerFrame> around = new ArrayList<>();
    TypedNode outer = parents.get(node.id());
    while (outer != null && around.size() <= DEEPEST) {
      around.addFirst(
          new ContainerFrame(outer.id(), outer.type().wiring() instanceof NodeWiring.Loop));
      outer = parents.get(outer.id());
    }
    if (around.size() > DEEPEST) {
      String message =
          "\""
              + node.node().name()
              + "\" is inside itself, or inside more than "
              + DEEPEST
              + " containers";
      String hint = "Move it out of some containers.";
      problems.error(RULE, SourceLocation.node(node.id()).field("parent"), message, hint);
      around.clear();
    }
    frames.put(node.id(), List.copyOf(around));
  }

  /** The containers around a node, outermost first. */
  List<ContainerFrame> around(String node) {
    return frames.getOrDefault(node, List.of());
  }

  /** The container that a node stands in, or {@link #OUTSIDE}. */
  String container(String node) {
    List<ContainerFrame> around = around(node);
    return around.isEmpty() ? OUTSIDE : around.getLast().id();
  }

  /** The nodes by container, the innermost first and those outside of all last. */
  List<Level> levels() {
    Map<Integer, Map<String, List<TypedNode>>> depths = new HashMap<>();
    for (TypedNode node : nodes.values()) {
      depths
          .computeIfAbsent(around(node.id()).size(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(container(node.id()), _ -> new ArrayList<>())
          .add(node);
    }
    List<Level> levels = new ArrayList<>();
    for (int depth = DEEPEST; depth > 0; depth--) {
      depths
          .getOrDefault(depth, Map.of())
          .forEach((container, inside) -> levels.add(new Level(container, inside)));
    }
    @Nullable List<TypedNode> outside = depths.getOrDefault(0, Map.of()).get(OUTSIDE);
    levels.add(new Level(OUTSIDE, outside == null ? List.of() : outside));
    return levels;
  }
}
