package dev.heddle.statemachines.drawing;

import dev.heddle.statemachines.graph.Graph;
import dev.heddle.statemachines.graph.Node;
import dev.heddle.statemachines.report.Place;
import dev.heddle.statemachines.report.Problems;
import dev.heddle.statemachines.report.Spelling;
import dev.heddle.statemachines.vocabulary.NodeType;
import dev.heddle.statemachines.vocabulary.Ports;
import dev.heddle.statemachines.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a drawing of a graph; what can't be part of one is reported and left out. */
public final class DrawingReader {
  private final Vocabulary vocabulary;
  private final Problems problems;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> indices = new HashMap<>();

  /** A reader that knows these types and reports here. */
  public DrawingReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** The drawing of a graph. */
  public Drawing read(Graph graph) {
    graph.nodes().forEach(this::add);
    return new Drawing(graph.settings(), steps, links(graph));
  }

  private void add(Node node) {
    NodeType type = type(node);
    if (indices.containsKey(node.id())) {
      String message = "Two nodes have the id \"" + node.id() + "\"";
      problems.error("unique-ids", Place.node(node.id()), message, "Rename one of them.");
    } else if (type != null) {
      int index = steps.size();
      indices.put(node.id(), index);
      ConfigReader reader = new ConfigReader(problems);
      var config = reader.fields(type.config(), node.config(), "", Place.node(node.id()));
      steps.add(new Step(index, node, type, ports(type, node), config, reader.usages()));
    }
  }

  private @Nullable NodeType type(Node node) {
    NodeType type = vocabulary.find(node.type()).orElse(null);
    if (type == null && !node.type().isEmpty()) {
      List<String> known = vocabulary.all().stream().map(NodeType::id).toList();
      String message = "There is no node type \"" + node.type() + "\"";
      problems.error(
          "known-types",
          Place.node(node.id()).field("type"),
          message,
          Spelling.hint(node.type(), known));
    }
    return type;
  }

  private static List<String> ports(NodeType type, Node node) {
    return switch (type.ports()) {
      case Ports.Fixed fixed -> fixed.names();
      case Ports.FromList list -> listed(list, node);
    };
  }

  private static List<String> listed(Ports.FromList ports, Node node) {
    List<String> names = new ArrayList<>();
    for (JsonNode item : node.config().path(ports.list())) {
      JsonNode name = item.path(ports.name());
      if (name.isString() && !names.contains(name.stringValue())) {
        names.add(name.stringValue());
      }
    }
    names.remove(ports.otherwise());
    names.add(ports.otherwise());
    return List.copyOf(names);
  }

  private List<Link> links(Graph graph) {
    Set<String> nodes = new LinkedHashSet<>(graph.nodes().stream().map(Node::id).toList());
    Set<List<String>> seen = new HashSet<>();
    List<Link> links = new ArrayList<>();
    for (Graph.Edge edge : graph.edges()) {
      Place place = Place.edge(edge.id());
      boolean joined =
          end(edge.source(), "source", nodes, place) & end(edge.target(), "target", nodes, place);
      if (!seen.add(List.of(edge.source(), edge.port(), edge.target()))) {
        String message = "Another edge already leads from this port to the same node";
        problems.error("unique-edges", place, message, "Delete one of them.");
      } else if (joined
          && indices.containsKey(edge.source())
          && indices.containsKey(edge.target())) {
        int source = indices.get(edge.source());
        links.add(new Link(edge.id(), source, edge.port(), indices.get(edge.target())));
      }
    }
    return links;
  }

  private boolean end(String node, String field, Set<String> nodes, Place place) {
    boolean known = nodes.contains(node);
    if (!known && !node.isEmpty()) {
      String message = "There is no node \"" + node + "\"";
      problems.error("edges-join-nodes", place.field(field), message, Spelling.hint(node, nodes));
    }
    return known;
  }
}
