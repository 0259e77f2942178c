package dev.heddle.statemachines.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.Issue;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A megabyte of anything is answered without an exception, and soon; what it took is printed. */
class HostileDocumentsTest {
  private static final Duration AT_MOST = Duration.ofSeconds(20);
  private static final int MEGABYTE = 1_000_000;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Compiler COMPILER = SampleTypes.compiler();

  static Stream<Map.Entry<String, JsonNode>> documents() {
    Map<String, JsonNode> documents = new TreeMap<>();
    manyThings(documents);
    longTexts(documents);
    strangeContainers(documents);
    strangeValues(documents);
    return documents.entrySet().stream();
  }

  private static void manyThings(Map<String, JsonNode> documents) {
    documents.put("nodes alone", nodes(12_000, i -> node("n" + i, "set@1")));
    documents.put("nodes of one id", nodes(15_000, _ -> node("a", "set@1")));
    documents.put("triggers", nodes(12_000, i -> node("t" + i, "manual@1")));
    documents.put("nodes of unknown types", nodes(12_000, i -> node("n" + i, "sett" + i)));
    documents.put("edges of two nodes", edges(12_000, _ -> "start", _ -> "a"));
    documents.put("edges to nowhere", edges(12_000, i -> "x" + i, i -> "y" + i));
    ObjectNode all = nodes(160, i -> node("n" + i, "set@1"));
    for (int i = 0; i < 160; i++) {
      for (int j = i + 1; j < 160; j++) {
        arrow(all, "n" + i, "n" + j);
      }
      arrow(all, "start", "n" + i);
    }
    documents.put("edges of each to each", all);
    ObjectNode circle = nodes(8_000, i -> node("n" + i, "set@1"));
    IntStream.range(0, 8_000).forEach(i -> arrow(circle, "n" + i, "n" + (i + 1) % 8_000));
    documents.put("a circle", circle);
    ObjectNode unknown = node("a", "set@1");
    IntStream.range(0, 60_000).forEach(i -> unknown.put("f" + i, i));
    documents.put("unknown fields", one(unknown));
    ObjectNode cases = node("a", "switch@1");
    ArrayNode list = config(cases).putArray("cases");
    for (int i = 0; i < 12_000; i++) {
      list.addObject().put("name", "c" + i).put("condition", "{% $start.x = " + i + " %}");
    }
    documents.put("cases of a switch", one(cases));
  }

  private static void longTexts(Map<String, JsonNode> documents) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("plain", "x".repeat(MEGABYTE));
    texts.put("open parentheses", "{% " + "(".repeat(MEGABYTE) + " %}");
    texts.put("parentheses", "{% " + "(".repeat(400_000) + "1" + ")".repeat(400_000) + " %}");
    texts.put("sum", "{% 1" + "+1".repeat(MEGABYTE / 2) + " %}");
    texts.put("path", "{% $start" + ".a".repeat(MEGABYTE / 2) + " %}");
    texts.put("conditions", "{% " + "1 ? ".repeat(MEGABYTE / 4) + " %}");
    texts.put("minus signs", "{% " + "-".repeat(MEGABYTE) + "1 %}");
    texts.put("lambdas", "{% " + "function($x){".repeat(MEGABYTE / 13) + " %}");
    texts.put("list", "{% [" + "1,".repeat(MEGABYTE / 2) + "1] %}");
    texts.put("names", "{% [" + "$start,".repeat(MEGABYTE / 7) + "1] %}");
    texts.put("open text", "{% '" + "\\".repeat(MEGABYTE) + " %}");
    texts.put("regular expression", "{% /" + "(a+)+[^".repeat(MEGABYTE / 7) + "/ %}");
    texts.put("comment", "{% /*" + "*".repeat(MEGABYTE) + " %}");
    texts.put("backticks", "{% " + "`a`.".repeat(MEGABYTE / 4) + " %}");
    texts.put("templates", "{{ $start.x }}".repeat(MEGABYTE / 14));
    texts.put("open templates", "{{ ".repeat(MEGABYTE / 3));
    texts.put("nested templates", "{{ '".repeat(MEGABYTE / 4));
    texts.put("misspelt name", "{% $" + "a".repeat(MEGABYTE) + " %}");
    texts.forEach(
        (name, text) -> {
          ObjectNode work = node("a", "work@1");
          config(work).put("value", text).put("text", text);
          documents.put("text: " + name, one(work));
        });
    documents.put("name", one(node("a", "set@1").put("name", "n".repeat(MEGABYTE))));
    documents.put("id", one(node("i".repeat(MEGABYTE), "set@1")));
    documents.put("type", one(node("a", "t".repeat(MEGABYTE))));
  }

  private static void strangeContainers(Map<String, JsonNode> documents) {
    documents.put(
        "parents in a circle",
        nodes(8_000, i -> loop("n" + i).put("parent", "n" + (i + 1) % 8_000)));
    documents.put("parents of themselves", nodes(8_000, i -> loop("n" + i).put("parent", "n" + i)));
    documents.put(
        "nested containers", nodes(5_000, i -> loop("n" + i).put("parent", "n" + (i + 1))));
    ObjectNode walls = nodes(6_000, i -> loop("n" + i).put("parent", "n" + i / 2));
    IntStream.range(0, 5_000).forEach(i -> arrow(walls, "n" + i, "n" + (i * 7 % 6_000)));
    documents.put("edges across walls", walls);
  }

  private static void strangeValues(Map<String, JsonNode> documents) {
    JsonNode deep = JSON.createArrayNode();
    for (int i = 0; i < 100_000; i++) {
      deep = JSON.createArrayNode().add(deep);
    }
    ObjectNode work = node("a", "work@1");
    config(work).set("value", deep);
    documents.put("deep list", one(work));
    ObjectNode wait = node("a", "wait@1");
    BigInteger huge = BigInteger.TEN.pow(100_000);
    config(wait).putObject("duration").put("kind", "seconds").put("seconds", huge);
    documents.put("huge number", one(wait.put("timeoutSeconds", huge)));
    ObjectNode lone = node("\ud800", "\udc00").put("name", "\ud800".repeat(1_000));
    config(lone).put("\ud800", "{% '\ud800' %}");
    documents.put("lone surrogates", one(lone));
    ObjectNode named = node("a", "set@1").put("name", "🙂".repeat(100));
    config(named)
        .putArray("fields")
        .addObject()
        .put("name", "\ud800")
        .put("value", "{{ '\udc00' }}");
    documents.put("surrogates that compile", one(named));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void areAnsweredSoon(Map.Entry<String, JsonNode> document) {
    Assertions.assertTimeoutPreemptively(AT_MOST, () -> compile(document.getValue()));
    long start = System.nanoTime();
    CompilationResult compilation = compile(document.getValue());
    double millis = (System.nanoTime() - start) / 1e6;
    System.out.printf(Locale.ROOT, "%8.1f ms  %s%n", millis, document.getKey());
    boolean errors =
        compilation.issues().stream().anyMatch(i -> i.severity() == Issue.Severity.ERROR);
    assertThat(compilation.machine() == null).isEqualTo(errors);
  }

  private static CompilationResult compile(JsonNode document) {
    return COMPILER.compile(document);
  }

  private static ObjectNode node(String id, String type) {
    ObjectNode node = JSON.createObjectNode().put("id", id).put("type", type);
    node.putObject("config");
    return node;
  }

  private static ObjectNode loop(String id) {
    ObjectNode loop = node(id, "loop@1");
    config(loop).put("until", true);
    return loop;
  }

  private static ObjectNode config(ObjectNode node) {
    return (ObjectNode) node.get("config");
  }

  private static ObjectNode nodes(int count, IntFunction<ObjectNode> node) {
    ObjectNode graph = JSON.createObjectNode().put("schemaVersion", 1).put("name", "Hostile");
    ArrayNode nodes = graph.putArray("nodes").add(node("start", "manual@1"));
    nodes.addAll(IntStream.range(0, count).mapToObj(node).collect(Collectors.toList()));
    graph.putArray("edges");
    return graph;
  }

  private static ObjectNode one(ObjectNode node) {
    ObjectNode graph = nodes(1, _ -> node);
    arrow(graph, "start", node.path("id").stringValue());
    return graph;
  }

  private static ObjectNode edges(
      int count, IntFunction<String> source, IntFunction<String> target) {
    ObjectNode graph = nodes(1, _ -> node("a", "set@1"));
    IntStream.range(0, count).forEach(i -> arrow(graph, source.apply(i), target.apply(i)));
    return graph;
  }

  private static void arrow(ObjectNode graph, String source, String target) {
    ArrayNode edges = (ArrayNode) graph.get("edges");
    ObjectNode edge = edges.addObject().put("id", "e" + edges.size()).put("source", source);
    edge.put("port", "main").put("target", target);
  }
}
