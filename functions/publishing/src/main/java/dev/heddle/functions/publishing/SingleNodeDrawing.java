package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.triggers.Triggers;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphNode;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A drawing of one node alone: what stands before it only gives the data it is told to give, and
 * what stands after it tells by which port it was left.
 */
public final class SingleNodeDrawing {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final NodeContext around;
  private final NodeType type;
  private final NodeType setFields;
  private final TestInput data;
  private final List<JsonNode> nodes = new ArrayList<>();
  private final List<JsonNode> edges = new ArrayList<>();
  private @Nullable String last;

  /**
   * What a node is tried with.
   *
   * @param input what it gets; by itself the output of the node before it, of several by id
   * @param item the item of the for-each around it, and {@code index} its place
   * @param loop what the loop around it says: {@code {last, index}}
   * @param outputs of the nodes before it
   */
  public record TestInput(
      @Nullable JsonNode input,
      @Nullable JsonNode item,
      @Nullable Integer index,
      @Nullable JsonNode loop,
      Map<String, JsonNode> outputs) {}

  /**
   * A drawing that can be run.
   *
   * @param trigger the one that fires, with {@code payload}
   */
  public record TestDrawing(JsonNode graph, String trigger, JsonNode payload) {}

  private SingleNodeDrawing(NodeContext around, NodeType type, NodeType setFields, TestInput data) {
    this.around = around;
    this.type = type;
    this.setFields = setFields;
    this.data = data;
  }

  /**
   * Draws a node of a draft alone.
   *
   * @throws Fault conflict when its kind can't be tried alone
   */
  public static TestDrawing of(
      GraphDocument graph, String node, NodeVocabulary vocabulary, TestInput data) {
    NodeContext around = new NodeContext(graph, node, vocabulary);
    NodeType type =
        vocabulary
            .find(around.node().type())
            .filter(found -> standsAlone(found.wiring()))
            .orElseThrow(SingleNodeDrawing::refusal);
    return new SingleNodeDrawing(
            around, type, vocabulary.findByWiring(NodeWiring.SetFields.class), data)
        .testDrawing();
  }

  private static boolean standsAlone(NodeWiring wiring) {
    return switch (wiring) {
      case NodeWiring.Call _,
          NodeWiring.If _,
          NodeWiring.Switch _,
          NodeWiring.SetFields _,
          NodeWiring.Wait _ ->
          true;
      case NodeWiring.Trigger _,
          NodeWiring.Await _,
          NodeWiring.RunWorkflow _,
          NodeWiring.Agent _,
          NodeWiring.ForEach _,
          NodeWiring.Loop _,
          NodeWiring.Merge _,
          NodeWiring.Respond _,
          NodeWiring.Stop _ ->
          false;
    };
  }

  private static Fault refusal() {
    return new Fault(
        new Problem.Conflict(
            "This kind of step can't be tested alone. Test the workflow instead."));
  }

  private TestDrawing testDrawing() {
    String trigger = around.trigger();
    add(node(trigger, Triggers.byHand().id(), JSON.objectNode()));
    around.ancestors().stream()
        .filter(before -> !before.equals(trigger))
        .forEach(before -> add(pinned(before, output(before))));
    add(pinned(around.freeName("testItem"), orNull(data.item())));
    add(
        pinned(
            around.freeName("testIndex"),
            JSON.numberNode(data.index() == null ? 0 : data.index())));
    add(pinned(around.freeName("testLoop"), data.loop() == null ? firstIteration() : data.loop()));
    JsonNode config = config();
    if (type.wiring() instanceof NodeWiring.Call) {
      add(setting(around.freeName("testSent"), "config", config));
    }
    add(pinned(around.freeName("testInput"), input()));
    add(testedNode(config));
    addPortNodes();
    ObjectNode graph = JSON.objectNode().put("schemaVersion", 1).put("name", "Test");
    graph.putObject("settings").put("mode", "express");
    graph.putArray("nodes").addAll(nodes);
    graph.putArray("edges").addAll(edges);
    return new TestDrawing(graph, trigger, output(trigger));
  }

  private void add(ObjectNode node) {
    String id = node.path("id").asString();
    if (last != null) {
      edge(last, NodePorts.MAIN, id);
    }
    nodes.add(node);
    last = id;
  }

  private void edge(String source, String port, String target) {
    edges.add(
        JSON.objectNode()
            .put("id", "e" + edges.size())
            .put("source", source)
            .put("port", port)
            .put("target", target));
  }

  private static ObjectNode node(String id, String type, JsonNode config) {
    ObjectNode node = JSON.objectNode().put("id", id).put("type", type).put("name", id);
    node.putObject("position").put("x", 0).put("y", 0);
    node.set("config", config);
    return node;
  }

  private ObjectNode pinned(String id, JsonNode output) {
    ObjectNode node = setting(id, "output", JSON.nullNode());
    node.putObject("pinned").set("output", output);
    return node;
  }

  private ObjectNode setting(String id, String field, JsonNode value) {
    ObjectNode config = JSON.objectNode().put("keep", false);
    config.putArray("fields").addObject().put("name", field).set("value", value);
    return node(id, setFields.id(), config);
  }

  /** The node without what would hide how it fails, switched on and outside of containers. */
  private ObjectNode testedNode(JsonNode config) {
    GraphNode found = around.node();
    ObjectNode node = node(found.id(), found.type(), config).put("name", found.name());
    if (found.timeoutSeconds() != null) {
      node.put("timeoutSeconds", found.timeoutSeconds());
    }
    return node;
  }

  private JsonNode config() {
    return new ReferenceRenamer(
            Map.of(
                "item", around.freeName("testItem"),
                "index", around.freeName("testIndex"),
                "loop", around.freeName("testLoop")))
        .in(around.node().config());
  }

  /** After each port a node that says which one it is. */
  private void addPortNodes() {
    String node = around.node().id();
    int number = 0;
    for (String port : ports()) {
      String id = around.freeName("testPort" + number++);
      ObjectNode config = JSON.objectNode().put("keep", false);
      var fields = config.putArray("fields");
      fields.addObject().put("name", "port").put("value", port);
      fields.addObject().put("name", "output").put("value", "{% $" + node + " %}");
      if (type.wiring() instanceof NodeWiring.Call) {
        String sent = "{% $" + around.freeName("testSent") + ".config %}";
        fields.addObject().put("name", "sent").put("value", sent);
      }
      nodes.add(node(id, setFields.id(), config));
      edge(node, port, id);
    }
  }

  private List<String> ports() {
    return switch (type.ports()) {
      case NodePorts.Fixed fixed -> fixed.names();
      case NodePorts.FromList list -> {
        List<String> names = new ArrayList<>();
        around
            .node()
            .config()
            .path(list.list())
            .forEach(item -> names.add(item.path(list.name()).asString("")));
        names.add(list.otherwise());
        yield names;
      }
    };
  }

  private JsonNode input() {
    if (data.input() != null) {
      return data.input();
    }
    List<String> direct =
        around.predecessors().stream().filter(data.outputs()::containsKey).toList();
    if (direct.size() == 1) {
      return output(direct.getFirst());
    }
    ObjectNode all = JSON.objectNode();
    direct.forEach(before -> all.set(before, output(before)));
    return direct.isEmpty() ? JSON.nullNode() : all;
  }

  private JsonNode output(String node) {
    return orNull(data.outputs().get(node));
  }

  private static JsonNode orNull(@Nullable JsonNode value) {
    return value == null ? JSON.nullNode() : value;
  }

  private static JsonNode firstIteration() {
    return JSON.objectNode().putNull("last").put("index", 0);
  }
}
