package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.VariableRenaming;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphNode;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.report.SpellingHints;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a drawing of a graph; what can't be part of one is reported and left out. */
public final class DrawingReader {
  private final NodeVocabulary vocabulary;
  private final Diagnostics problems;
  private final Map<String, TypedNode> nodes = new LinkedHashMap<>();
  private final Map<String, Drawing> bodies = new HashMap<>();

  /** A reader that knows these types and reports here. */
  public DrawingReader(NodeVocabulary vocabulary, Diagnostics problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** The drawing of a graph. */
  public Drawing read(GraphDocument graph) {
    graph.nodes().forEach(this::add);
    ContainerNesting nesting = new ContainerNesting(nodes, problems);
    Map<String, List<StepEdge>> links = new EdgeReader(nesting, problems).of(graph, nodes.keySet());
    Drawing drawing = Drawing.EMPTY;
    for (ContainerNesting.Level level : nesting.levels()) {
      List<DrawingStep> steps = new ArrayList<>();
      level.nodes().forEach(node -> steps.add(step(node, steps.size(), nesting)));
      List<StepEdge> inside = links.getOrDefault(level.container(), List.of());
      drawing = Drawing.read(graph.settings(), steps, inside);
      bodies.put(level.container(), drawing);
    }
    return drawing;
  }

  private void add(GraphNode node) {
    NodeType type = type(node);
    if (nodes.containsKey(node.id())) {
      String message = "Two steps have the id \"" + node.id() + "\"";
      problems.error("unique-ids", SourceLocation.node(node.id()), message, "Rename one of them.");
    } else if (type != null) {
      nodes.put(node.id(), new TypedNode(nodes.size(), node, type));
    }
  }

  private @Nullable NodeType type(GraphNode node) {
    NodeType type = vocabulary.find(node.type()).orElse(null);
    if (type == null && !node.type().isEmpty()) {
      List<String> known = vocabulary.all().stream().map(NodeType::id).toList();
      String message = "Unknown step type \"" + node.type() + "\"";
      problems.error(
          "known-types",
          SourceLocation.node(node.id()).field("type"),
          message,
          SpellingHints.hint(node.type(), known));
    }
    return type;
  }

  private DrawingStep step(TypedNode typedNode, int index, ContainerNesting nesting) {
    GraphNode node = typedNode.node();
    NodeType type = typedNode.type();
    ConfigReader reader = new ConfigReader(problems);
    DynamicValue.Fields config =
        reader.fields(type.config(), node.config(), "", SourceLocation.node(node.id()));
    List<ContainerFrame> around = nesting.around(node.id());
    return new DrawingStep(
        index,
        typedNode.number(),
        node,
        type,
        ports(type, node),
        settled(config, typedNode, around),
        reader.expressions(),
        around,
        typedNode.isContainer() ? body(node) : null,
        null);
  }

  /** What a loop's own condition asks of the loop is for the loop to say. */
  private static DynamicValue.Fields settled(
      DynamicValue.Fields config, TypedNode typedNode, List<ContainerFrame> around) {
    VariableRenaming outer = new VariableRenaming(name -> ContainerFrame.resolve(name, around));
    VariableRenaming own =
        new VariableRenaming(
            name -> name.equals("loop") ? name : ContainerFrame.resolve(name, around));
    Map<String, DynamicValue> settled = new LinkedHashMap<>();
    config
        .fields()
        .forEach(
            (field, value) -> {
              boolean asks =
                  typedNode.type().wiring() instanceof NodeWiring.Loop && field.equals("until");
              settled.put(field, (asks ? own : outer).of(value));
            });
    return new DynamicValue.Fields(settled);
  }

  /** Deeper levels were read before; a container in which nothing stands has an empty body. */
  private Drawing body(GraphNode container) {
    return bodies.getOrDefault(container.id(), Drawing.EMPTY);
  }

  private static List<String> ports(NodeType type, GraphNode node) {
    return switch (type.ports()) {
      case NodePorts.Fixed fixed -> fixed.names();
      case NodePorts.FromList list -> listed(list, node);
    };
  }

  private static List<String> listed(NodePorts.FromList ports, GraphNode node) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode item : node.config().path(ports.list())) {
      JsonNode name = item.path(ports.name());
      if (name.isString()) {
        names.add(name.stringValue());
      }
    }
    names.remove(ports.otherwise());
    names.add(ports.otherwise());
    return List.copyOf(names);
  }
}
