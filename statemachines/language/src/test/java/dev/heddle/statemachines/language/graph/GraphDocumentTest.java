package dev.heddle.statemachines.language.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.statemachines.language.graph.GraphDocument.Edge;
import dev.heddle.statemachines.language.graph.GraphDocument.Mode;
import dev.heddle.statemachines.language.graph.GraphNode.Bypass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading documents that nobody has checked. */
class GraphDocumentTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int NODES = 6;
  private static final List<String> JUNK =
      List.of(
          "null",
          "true",
          "7",
          "1e400",
          "-0.0",
          "\"\"",
          "\"x\"",
          "\"\\ud800\"",
          "[]",
          "[[], {}]",
          "{}",
          "{\"id\": 5}",
          "{\"id\": null, \"source\": {}}",
          "{\"id\": [\"a\"], \"type\": 1}");

  /** A chain of nodes with all that a node may have. */
  private static ObjectNode chain() {
    ObjectNode graph = JSON.createObjectNode().put("schemaVersion", 1).put("name", "Chain");
    graph.put("description", "One after the other.");
    graph.putObject("settings").put("mode", "standard").put("errorWorkflow", "wf_e");
    ArrayNode nodes = graph.putArray("nodes");
    ArrayNode edges = graph.putArray("edges");
    for (int i = 0; i < NODES; i++) {
      ObjectNode node = nodes.addObject().put("id", "n" + i).put("type", "call@1");
      node.put("name", "Node " + i).put("parent", "each1").put("disabled", i % 2 == 0);
      node.put("onError", "continue").put("timeoutSeconds", 5).putObject("config").put("i", i);
      node.putObject("retry").put("attempts", 3);
      node.putObject("pinned").put("output", i);
      if (i > 0) {
        edges.addObject().put("source", "n" + (i - 1)).put("target", "n" + i);
      }
    }
    return graph;
  }

  private static GraphDocument read(String document) {
    return GraphDocument.of(JSON.readTree(document));
  }

  private static JsonNode junk(Random random) {
    return JSON.readTree(JUNK.get(random.nextInt(JUNK.size())));
  }

  @Test
  void holdsWhatReadersAskFor() {
    GraphDocument graph = GraphDocument.of(chain());

    assertThat(graph.name()).isEqualTo("Chain");
    assertThat(graph.description()).isEqualTo("One after the other.");
    assertThat(graph.settings())
        .isEqualTo(new GraphDocument.Settings(Mode.STANDARD, null, null, "wf_e"));
    assertThat(graph.find("n2").orElseThrow().config()).hasToString("{\"i\":2}");
    assertThat(graph.find("n9")).isEmpty();
    assertThat(graph.edges()).hasSize(NODES - 1);
    assertThat(graph.edges().getFirst()).isEqualTo(new Edge("edges[0]", "n0", "main", "n1"));
  }

  @Test
  void ofANodeThatIsNoneLeavesOutOnlyThatAndItsEdges() {
    GraphDocument whole = GraphDocument.of(chain());
    for (String junk : JUNK) {
      for (int broken = 0; broken < NODES; broken++) {
        ObjectNode document = chain();
        ((ArrayNode) document.get("nodes")).set(broken, JSON.readTree(junk));

        GraphDocument graph = GraphDocument.of(document);

        List<GraphNode> nodes = new ArrayList<>(whole.nodes());
        nodes.remove(broken);
        String gone = "n" + broken;
        assertThat(graph.nodes()).as(junk).isEqualTo(nodes);
        assertThat(graph.edges())
            .as(junk)
            .isEqualTo(
                whole.edges().stream()
                    .filter(edge -> !edge.source().equals(gone) && !edge.target().equals(gone))
                    .toList());
      }
    }
  }

  @Test
  void ofAnEdgeThatIsNoneLeavesOutOnlyThat() {
    GraphDocument whole = GraphDocument.of(chain());
    for (String junk : JUNK) {
      ObjectNode document = chain();
      ((ArrayNode) document.get("edges")).set(2, JSON.readTree(junk));

      GraphDocument graph = GraphDocument.of(document);

      List<Edge> edges = new ArrayList<>(whole.edges());
      edges.remove(2);
      assertThat(graph.nodes()).isEqualTo(whole.nodes());
      assertThat(graph.edges()).as(junk).isEqualTo(edges);
    }
  }

  /** A field that can't be read says nothing of the others, nor of other nodes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ofABrokenFieldReadsTheRest(long seed) {
    Random random = new Random(seed);
    GraphDocument whole = GraphDocument.of(chain());
    List<String> fields =
        List.of("name", "parent", "config", "retry", "timeoutSeconds", "onError", "pinned", "new");
    for (int i = 0; i < 300; i++) {
      int broken = random.nextInt(NODES);
      ObjectNode document = chain();
      ObjectNode node = (ObjectNode) document.get("nodes").get(broken);
      node.set(fields.get(random.nextInt(fields.size())), junk(random));

      GraphDocument graph = GraphDocument.of(document);

      assertThat(graph.edges()).isEqualTo(whole.edges());
      assertThat(graph.nodes()).extracting(GraphNode::id).isEqualTo(ids());
      assertThat(graph.nodes().get(broken).type()).isEqualTo("call@1");
      IntStream.range(0, NODES)
          .filter(at -> at != broken)
          .forEach(at -> assertThat(graph.nodes().get(at)).isEqualTo(whole.nodes().get(at)));
    }
  }

  private static List<String> ids() {
    return IntStream.range(0, NODES).mapToObj(i -> "n" + i).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void neverThrowsAndAlwaysHoldsTogether(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      JsonNode document = chain();
      for (int hits = random.nextInt(6); hits >= 0; hits--) {
        document = hit(document, random);
      }
      assertHoldsTogether(GraphDocument.of(document));
    }
  }

  /** The document with something in it replaced, repeated or removed. */
  private static JsonNode hit(JsonNode value, Random random) {
    if (value.isEmpty() || random.nextInt(4) == 0) {
      return junk(random);
    }
    int at = random.nextInt(value.size());
    if (value instanceof ObjectNode object) {
      String name = List.copyOf(object.propertyNames()).get(at);
      return object.set(name, hit(object.get(name), random));
    }
    ArrayNode array = (ArrayNode) value;
    return switch (random.nextInt(3)) {
      case 0 -> array.add(array.get(at));
      case 1 -> {
        array.remove(at);
        yield array;
      }
      default -> array.set(at, hit(array.get(at), random));
    };
  }

  private static void assertHoldsTogether(GraphDocument graph) {
    assertThat(graph.nodes()).extracting(GraphNode::id).doesNotHaveDuplicates().doesNotContain("");
    List<String> ids = graph.nodes().stream().map(GraphNode::id).toList();
    assertThat(graph.edges())
        .allMatch(edge -> ids.contains(edge.source()) && ids.contains(edge.target()))
        .extracting(edge -> List.of(edge.source(), edge.port(), edge.target()))
        .doesNotHaveDuplicates();
  }

  @Test
  void ofTwoNodesWithOneIdTheFirstCounts() {
    GraphDocument graph =
        read(
            """
            {"nodes": [{"id": "a", "type": "x@1"}, {"id": "a", "type": "y@1"}],
             "edges": [{"source": "a", "target": "a"}, {"source": "a", "port": "main", "target": "a"}]}
            """);

    assertThat(graph.nodes()).singleElement().extracting(GraphNode::type).isEqualTo("x@1");
    assertThat(graph.edges()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "true, '', true",
    "false, '', false",
    "'\"no\"', no, true",
    "'\"failure\"', failure, true",
    "'\"\"', '', true",
    "null, '', false",
    "1, '', false",
    "'{}', '', false"
  })
  void aNodeIsSwitchedOffByTrueOrAPort(String json, String port, boolean off) {
    GraphNode node =
        read("{\"nodes\": [{\"id\": \"a\", \"disabled\": " + json + "}]}").nodes().getFirst();

    Bypass expected = new Bypass(json.startsWith("\"") ? port : null);
    assertThat(node.disabled()).isEqualTo(off ? expected : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"schemaVersion\": 7}", "{\"schemaVersion\": \"1\"}"})
  void readsWhateverVersionADocumentSaysItHas(String begin) {
    ObjectNode document = (ObjectNode) JSON.readTree(begin);
    document.set("nodes", chain().get("nodes"));

    assertThat(GraphDocument.of(document).nodes()).hasSize(NODES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"x\"", "[]", "[{\"nodes\": []}]"})
  void whatIsNoObjectIsEmpty(String document) {
    assertThat(read(document)).isEqualTo(GraphDocument.EMPTY);
  }

  @Test
  void whatIsNestedDeeplyIsReadAsWell() {
    JsonNode deep = JsonNodeFactory.instance.numberNode(1);
    for (int i = 0; i < 5_000; i++) {
      deep = JsonNodeFactory.instance.arrayNode().add(deep);
    }
    ObjectNode document = chain();
    ((ObjectNode) document.get("nodes").get(1).get("config")).set("deep", deep);
    document.set("notes", deep);

    assertThat(GraphDocument.of(document).nodes()).hasSize(NODES);
  }
}
