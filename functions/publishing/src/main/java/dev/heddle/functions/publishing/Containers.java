package dev.heddle.functions.publishing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which containers stand around each node of a drawing, outermost first. */
public final class Containers {
  private static final int DEEPEST = 20;
  private final Map<String, String> parents = new HashMap<>();

  /** The containers of a graph document, whatever it holds. */
  public Containers(JsonNode graph) {
    for (JsonNode node : graph.path("nodes").values()) {
      String parent = node.path("parent").asString("");
      if (!parent.isEmpty()) {
        parents.put(node.path("id").asString(""), parent);
      }
    }
  }

  /** Whether no node is in any. */
  public boolean areNone() {
    return parents.isEmpty();
  }

  /** The containers around a node, outermost first. */
  public List<String> around(String node) {
    List<String> around = new ArrayList<>();
    @Nullable String parent = parents.get(node);
    while (parent != null && around.size() < DEEPEST) {
      around.add(parent);
      parent = parents.get(parent);
    }
    Collections.reverse(around);
    return around;
  }

  /**
   * The path of a node's iteration, such as {@code each1[3].loop2[0]}; nothing if the index of a
   * container around it is not known.
   */
  public Optional<String> path(String node, Function<String, @Nullable Integer> index) {
    return path(around(node), index);
  }

  /** The path of an iteration of a container itself. */
  public Optional<String> inside(String container, Function<String, @Nullable Integer> index) {
    List<String> around = new ArrayList<>(around(container));
    around.add(container);
    return path(around, index);
  }

  private static Optional<String> path(
      List<String> containers, Function<String, @Nullable Integer> index) {
    StringJoiner path = new StringJoiner(".");
    for (String container : containers) {
      Integer at = index.apply(container);
      if (at == null) {
        return Optional.empty();
      }
      path.add(container + "[" + at + "]");
    }
    return Optional.of(path.toString());
  }
}
