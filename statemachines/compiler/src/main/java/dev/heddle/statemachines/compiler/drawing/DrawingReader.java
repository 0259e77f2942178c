package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.expression.Renaming;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.graph.Graph;
import dev.heddle.statemachines.language.graph.Node;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.report.Spelling;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import dev.heddle.statemachines.language.vocabulary.Wiring;
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
  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Map<String, Typed> nodes = new LinkedHashMap<>();
  private final Map<String, Drawing> bodies = new HashMap<>();

  /** A reader that knows these types and reports here. */
  public DrawingReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** The drawing of a graph. */
  public Drawing read(Graph graph) {
    graph.nodes().forEach(this::add);
    Nesting nesting = new Nesting(nodes, problems);
    Map<String, List<Link>> links = new Links(nesting, problems).of(graph, nodes.keySet());
    Drawing drawing = Drawing.EMPTY;
    for (Nesting.Level level : nesting.levels()) {
      List<Step> steps = new ArrayList<>();
      level.nodes().forEach(node -> steps.add(step(node, steps.size(), nesting)));
      List<Link> inside = links.getOrDefault(level.container(), List.of());
      drawing = Drawing.read(graph.settings(), steps, inside);
      bodies.put(level.container(), drawing);
    }
    return drawing;
  }

  private void add(Node node) {
    NodeType type = type(node);
    if (nodes.containsKey(node.id())) {
      String message = "Two nodes have the id \"" + node.id() + "\"";
      problems.error("unique-ids", Place.node(node.id()), message, "Rename one of them.");
    } else if (type != null) {
      nodes.put(node.id(), new Typed(nodes.size(), node, type));
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

  private Step step(Typed typed, int index, Nesting nesting) {
    Node node = typed.node();
    NodeType type = typed.type();
    ConfigReader reader = new ConfigReader(problems);
    Value.Fields config = reader.fields(type.config(), node.config(), "", Place.node(node.id()));
    List<Frame> around = nesting.around(node.id());
    return new Step(
        index,
        typed.number(),
        node,
        type,
        ports(type, node),
        settled(config, typed, around),
        reader.usages(),
        around,
        typed.isContainer() ? body(node) : null,
        null);
  }

  /** What a loop's own condition asks of the loop is for the loop to say. */
  private static Value.Fields settled(Value.Fields config, Typed typed, List<Frame> around) {
    Renaming outer = new Renaming(name -> Frame.meaning(name, around));
    Renaming own = new Renaming(name -> name.equals("loop") ? name : Frame.meaning(name, around));
    Map<String, Value> settled = new LinkedHashMap<>();
    config
        .fields()
        .forEach(
            (field, value) -> {
              boolean asks = typed.type().wiring() instanceof Wiring.Loop && field.equals("until");
              settled.put(field, (asks ? own : outer).of(value));
            });
    return new Value.Fields(settled);
  }

  /** Deeper levels were read before; a container in which nothing stands has an empty body. */
  private Drawing body(Node container) {
    return bodies.getOrDefault(container.id(), Drawing.EMPTY);
  }

  private static List<String> ports(NodeType type, Node node) {
    return switch (type.ports()) {
      case Ports.Fixed fixed -> fixed.names();
      case Ports.FromList list -> listed(list, node);
    };
  }

  private static List<String> listed(Ports.FromList ports, Node node) {
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
