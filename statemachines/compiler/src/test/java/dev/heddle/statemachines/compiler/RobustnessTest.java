package dev.heddle.statemachines.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a document holds, it is answered, soon. */
class RobustnessTest {
  private static final long SEED = Long.getLong("seed", 1);
  private static final int DOCUMENTS = Integer.getInteger("documents", 4_000);
  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "\"\"",
          "\"a\"",
          "\"{% $a.x[0] %}\"",
          "\"{{ $b }\"",
          "\"{%%}\"",
          "[]",
          "[1, [2]]",
          "{}",
          "{\"id\": \"a\"}",
          "\"if@1\"",
          "\"merge@1\"",
          "\"main\"",
          "\"failure\"",
          "\"start\"",
          "{\"output\": null}",
          "\"continue\"",
          "{\"attempts\": 1}",
          "12345678901234567890",
          "\"\\u0000\"");
  private final Compiler compiler = SampleTypes.compiler();

  @Test
  void brokenDocumentsAreAnswered() throws IOException {
    List<JsonNode> documents = documents();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < DOCUMENTS; i++) {
      JsonNode broken = documents.get(random.nextInt(documents.size())).deepCopy();
      for (int change = random.nextInt(4); change >= 0; change--) {
        breakSomething(broken, random);
      }
      answers(broken, "seed " + SEED + ", document " + i);
    }
  }

  private void answers(JsonNode document, String what) {
    try {
      CompilationResult compilation = compiler.compile(document);
      boolean errors =
          compilation.issues().stream().anyMatch(i -> i.severity() == Issue.Severity.ERROR);
      assertThat(compilation.machine() == null).as(what).isEqualTo(errors);
    } catch (RuntimeException | StackOverflowError e) {
      // Anything thrown is what this test looks for.
      throw new AssertionError(what + ": " + document, e);
    }
  }

  private static List<JsonNode> documents() throws IOException {
    try (Stream<Path> files =
        Files.walk(Path.of("src/test/resources/dev/heddle/statemachines/compiler/cases"))) {
      List<JsonNode> documents = new ArrayList<>();
      for (Path file : files.filter(file -> file.endsWith("graph.json")).sorted().toList()) {
        documents.add(JSON.readTree(Files.readString(file)));
      }
      return documents;
    }
  }

  private static void breakSomething(JsonNode document, SplittableRandom random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
    switch (containers.get(random.nextInt(containers.size()))) {
      case ArrayNode array when !array.isEmpty() -> {
        int at = random.nextInt(array.size());
        switch (random.nextInt(3)) {
          case 0 -> array.remove(at);
          case 1 -> array.set(at, value);
          default -> array.add(array.get(at).deepCopy());
        }
      }
      case ObjectNode object when !object.isEmpty() -> {
        String name = List.copyOf(object.propertyNames()).get(random.nextInt(object.size()));
        switch (random.nextInt(3)) {
          case 0 -> object.remove(name);
          case 1 -> object.set(name, value);
          default -> object.set(name + "s", value);
        }
      }
      default -> {}
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    containers.add(node);
    node.forEach(child -> collect(child, containers));
  }

  @Test
  void deepDocumentsAreRefused() {
    JsonNode deep = JSON.createArrayNode();
    for (int i = 0; i < 20_000; i++) {
      deep = JSON.createArrayNode().add(deep);
    }
    ObjectNode document = JSON.createObjectNode().put("schemaVersion", 1);
    document.set("nodes", deep);
    assertThat(compiler.compile(document).issues()).extracting(Issue::rule).contains("too-deep");
  }

  @Test
  void longChainsCompile() {
    Sketch sketch = new Sketch();
    for (int i = 1; i < 5_000; i++) {
      sketch.node("n" + i, "set@1").arrow(i == 1 ? "start" : "n" + (i - 1), "n" + i);
    }
    assertThat(compiled(sketch).machine()).isNotNull();
  }

  @Test
  void wideForksCompile() {
    Sketch sketch = new Sketch().node("end", "merge@1");
    for (int i = 0; i < 1_000; i++) {
      sketch.node("n" + i, "set@1").arrow("start", "n" + i).arrow("n" + i, "end");
    }
    assertThat(compiled(sketch).machine()).isNotNull();
  }

  @Test
  void chainsOfForksCompile() {
    Sketch sketch = new Sketch();
    String before = "start";
    for (int i = 0; i < 500; i++) {
      sketch.node("a" + i, "set@1").node("b" + i, "set@1").node("c" + i, "set@1");
      sketch.arrow(before, "a" + i).arrow(before, "b" + i);
      sketch.arrow("a" + i, "c" + i).arrow("b" + i, "c" + i);
      before = "c" + i;
    }
    assertThat(compiled(sketch).machine()).isNotNull();
  }

  @Test
  void crossedLayersCompile() {
    Sketch sketch = new Sketch();
    for (int layer = 0; layer < 60; layer++) {
      for (int i = 0; i < 8; i++) {
        sketch.node(id(layer, i), "set@1");
        sketch.arrow(layer == 0 ? "start" : id(layer - 1, i), id(layer, i));
        if (layer > 0) {
          sketch.arrow(id(layer - 1, (i + 1) % 8), id(layer, i));
        }
      }
    }
    assertThat(compiled(sketch).issues())
        .noneMatch(issue -> issue.severity() == Issue.Severity.ERROR);
  }

  private static String id(int layer, int place) {
    return "n" + layer + "x" + place;
  }

  @Test
  void deeplyNestedForksAreAnswered() {
    Sketch sketch = new Sketch();
    for (int i = 0; i < 400; i++) {
      String before = i == 0 ? "start" : "a" + (i - 1);
      sketch.node("a" + i, "set@1").node("b" + i, "set@1");
      sketch.arrow(before, "a" + i).arrow(before, "b" + i);
    }
    assertThat(compiled(sketch).issues()).extracting(Issue::rule).contains("nested-too-deep");
  }

  private CompilationResult compiled(Sketch sketch) {
    return Assertions.assertTimeoutPreemptively(AT_MOST, () -> compiler.compile(sketch.graph()));
  }

  @Test
  void anErrorBehindManyWarningsIsStillOne() {
    Sketch sketch = new Sketch();
    for (int i = 0; i < 1_500; i++) {
      sketch.node("n" + i, "set@1");
    }
    sketch.node("last", "stop@1").arrow("last", "n0");

    CompilationResult compilation = SampleTypes.compiler().compile(sketch.graph());

    assertThat(compilation.machine()).isNull();
    assertThat(compilation.issues()).anyMatch(issue -> issue.severity() == Issue.Severity.ERROR);
  }
}
