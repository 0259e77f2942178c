package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphNode;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.report.SpellingHints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes links of a graph's edges, by the container they stand in. */
final class EdgeReader {
  private final ContainerNesting nesting;
  private final Diagnostics problems;
  private final Map<String, List<StepEdge>> links = new HashMap<>();
  private final Map<String, Integer> indices = new HashMap<>();

  EdgeReader(ContainerNesting nesting, Diagnostics problems) {
    this.nesting = nesting;
    this.problems = problems;
  }

  /** The links between the nodes of these ids, which are in document order. */
  Map<String, List<StepEdge>> of(GraphDocument graph, Set<String> ids) {
    Map<String, Integer> sizes = new HashMap<>();
    ids.forEach(id -> indices.put(id, sizes.merge(container(id), 1, Integer::sum) - 1));
    Set<String> nodes = new LinkedHashSet<>(graph.nodes().stream().map(GraphNode::id).toList());
    Set<List<String>> seen = new HashSet<>();
    for (GraphDocument.Edge edge : graph.edges()) {
      add(edge, nodes, seen);
    }
    return links;
  }

  private void add(GraphDocument.Edge edge, Set<String> nodes, Set<List<String>> seen) {
    SourceLocation place = SourceLocation.edge(edge.id());
    boolean joined =
        end(edge.source(), "source", nodes, place) & end(edge.target(), "target", nodes, place);
    if (!seen.add(List.of(edge.source(), edge.port(), edge.target()))) {
      String message = "This port is already connected to the same step";
      problems.error("unique-edges", place, message, "Delete one of the connections.");
    } else if (joined && known(edge) && stays(edge, place)) {
      int source = indices.getOrDefault(edge.source(), -1);
      int target = indices.getOrDefault(edge.target(), -1);
      links
          .computeIfAbsent(container(edge.source()), _ -> new ArrayList<>())
          .add(new StepEdge(edge.id(), source, edge.port(), target));
    }
  }

  private boolean known(GraphDocument.Edge edge) {
    return indices.containsKey(edge.source()) && indices.containsKey(edge.target());
  }

  private boolean stays(GraphDocument.Edge edge, SourceLocation place) {
    boolean stays = container(edge.source()).equals(container(edge.target()));
    if (!stays) {
      String message = "The connection crosses the border of a container";
      String hint =
          "Connect the container instead. Inside it, the first and last steps need no connection.";
      problems.error("edges-stay-inside", place, message, hint);
    }
    return stays;
  }

  private String container(String node) {
    return nesting.container(node);
  }

  private boolean end(String node, String field, Set<String> nodes, SourceLocation place) {
    boolean known = nodes.contains(node);
    if (!known && !node.isEmpty()) {
      String message = "There is no step \"" + node + "\"";
      problems.error(
          "edges-join-nodes", place.field(field), message, SpellingHints.hint(node, nodes));
    }
    return known;
  }
}
