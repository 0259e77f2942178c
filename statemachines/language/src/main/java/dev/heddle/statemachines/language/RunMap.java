package dev.heddle.statemachines.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What runs of a machine can do, by node of its drawing: what reports, forks and starts of runs ask
 * instead of reading the drawing by themselves.
 *
 * @param name of the workflow; empty when it has none
 * @param nodes by id, each after those that lead to it
 * @param entries the triggers that can start a run, in document order
 * @param responders the nodes that answer who waits for the run
 * @param asks whether runs can ask people or wait for events
 * @param errorWorkflow the id of the workflow that is told when a run fails
 */
public record RunMap(
    String name,
    Map<String, Node> nodes,
    List<Entry> entries,
    List<String> responders,
    boolean asks,
    @Nullable String errorWorkflow) {

  /** The map of a drawing that is gone. */
  public static final RunMap NONE = new RunMap("", Map.of(), List.of(), List.of(), false, null);

  /**
   * One node.
   *
   * @param container the container it stands in; null outside of all
   * @param into the edges that lead to it, in document order
   * @param ports those it can leave by, the failure port aside
   * @param passesOn whether its output is its input by definition
   * @param skippedBy the port it is passed over by when it is switched off; null when it runs
   */
  public record Node(
      String type,
      @Nullable String container,
      List<Edge> into,
      List<String> ports,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean passesOn,
      @Nullable String skippedBy) {

    /** The only port it can succeed by; null when there are several or none. */
    public @Nullable String onlyPort() {
      return ports.size() == 1 ? ports.getFirst() : null;
    }
  }

  /** Where an edge comes from. */
  public record Edge(String source, String port) {}

  /** Where an edge leads. */
  public record Exit(String port, String target) {}

  /** A node where a run can start. */
  public record Entry(String node, Role role) {}

  /** What fires a trigger. */
  public enum Role {
    /** Whoever asks for a run. */
    BY_HAND,
    /** Another workflow. */
    CALLED,
    /** An event of its own, such as a message or a time. */
    EVENT
  }

  /** The edges that lead to a node. */
  public List<Edge> into(String node) {
    Node found = nodes.get(node);
    return found == null ? List.of() : found.into();
  }

  /** The port that a node is passed over by; null for one that is switched on. */
  public @Nullable String skippedBy(String node) {
    Node found = nodes.get(node);
    return found == null ? null : found.skippedBy();
  }

  /** The edges that leave each node, in the order of where they lead. */
  public Map<String, List<Exit>> exits() {
    Map<String, List<Exit>> exits = new HashMap<>();
    nodes.forEach(
        (target, node) ->
            node.into()
                .forEach(
                    edge ->
                        exits
                            .computeIfAbsent(edge.source(), _ -> new ArrayList<>())
                            .add(new Exit(edge.port(), target))));
    return exits;
  }

  /** The entry asked for; when none is, the first by hand, else the first of all. */
  public Optional<Entry> entry(@Nullable String node) {
    return node == null
        ? entry(Role.BY_HAND).or(() -> entries.stream().findFirst())
        : entries.stream().filter(entry -> entry.node().equals(node)).findFirst();
  }

  /** The first entry of a role. */
  public Optional<Entry> entry(Role role) {
    return entries.stream().filter(entry -> entry.role() == role).findFirst();
  }

  /** Whether any node stands in a container. */
  public boolean hasContainers() {
    return nodes.values().stream().anyMatch(node -> node.container() != null);
  }

  /** The containers around a node, outermost first. */
  public List<String> around(String node) {
    List<String> around = new ArrayList<>();
    @Nullable String container = container(node);
    while (container != null) {
      around.add(container);
      container = container(container);
    }
    Collections.reverse(around);
    return around;
  }

  private @Nullable String container(String node) {
    Node found = nodes.get(node);
    return found == null ? null : found.container();
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
