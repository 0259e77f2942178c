package dev.heddle.statemachines.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.RunMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunMapBuilderTest {
  private static final Path CASES =
      Path.of("src/test/resources/dev/heddle/statemachines/compiler/cases");
  private static final JsonMapper JSON = JsonMapper.shared();

  private static RunMap read(String document) {
    return RunMapBuilder.of(JSON.readTree(document), SampleTypes.VOCABULARY);
  }

  /** Of each case that compiles the map that comes with the machine is the one read later. */
  @TestFactory
  Stream<DynamicTest> ofAMachineAreThoseOfItsDrawing() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream()
          .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), check(folder)));
    }
  }

  private static Executable check(Path folder) {
    return () -> {
      JsonNode document = JSON.readTree(Files.readString(folder.resolve("graph.json")));
      CompiledMachine machine = SampleTypes.compiler().compile(document).machine();
      RunMap map = RunMapBuilder.of(document, SampleTypes.VOCABULARY);
      assertSound(map);
      if (machine != null) {
        assertThat(map).isEqualTo(machine.runMap());
        assertThat(JSON.readValue(JSON.writeValueAsString(map), RunMap.class)).isEqualTo(map);
        machine
            .sourceMap()
            .states()
            .forEach(
                (state, origin) -> assertThat(map.nodes()).as(state).containsKey(origin.node()));
      }
    };
  }

  /** What leads to a node is there, stands in the same container, and comes before it. */
  private static void assertSound(RunMap map) {
    Set<String> seen = new HashSet<>();
    Map<String, RunMap.Node> nodes = map.nodes();
    boolean circular = map.nodes().keySet().stream().anyMatch(node -> goesInCircles(map, node));
    map.nodes()
        .forEach(
            (id, node) -> {
              for (RunMap.Edge edge : node.into()) {
                assertThat(nodes).containsKey(edge.source());
                assertThat(nodes.get(edge.source()).container()).isEqualTo(node.container());
                assertThat(circular || seen.contains(edge.source())).isTrue();
              }
              seen.add(id);
            });
    map.exits().keySet().forEach(source -> assertThat(nodes).containsKey(source));
  }

  /** Whether a way leads from a node to itself. */
  private static boolean goesInCircles(RunMap map, String node) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(node));
    while (!open.isEmpty()) {
      for (RunMap.Edge edge : map.into(open.removeLast())) {
        if (edge.source().equals(node)) {
          return true;
        }
        if (seen.add(edge.source())) {
          open.add(edge.source());
        }
      }
    }
    return false;
  }

  @Test
  void holdEveryNodeOfADraftThatGoesInCircles() {
    RunMap map =
        read(
            """
            {"nodes": [{"id": "a", "type": "set@1"}, {"id": "b", "type": "set@1"},
                       {"id": "start", "type": "manual@1"}],
             "edges": [{"source": "a", "target": "b"}, {"source": "b", "target": "a"}]}
            """);

    assertThat(map.nodes().keySet()).containsExactly("start", "a", "b");
  }

  @Test
  void ofTwoNodesWithOneIdHoldTheFirstAsTheCompilerDoes() {
    RunMap map =
        read(
            """
            {"nodes": [{"id": "a", "type": "manual@1"}, {"id": "a", "type": "set@1"}]}
            """);

    assertThat(map.nodes().get("a").type()).isEqualTo("manual@1");
    assertThat(map.entries()).containsExactly(new RunMap.Entry("a", RunMap.Role.BY_HAND));
  }

  @ParameterizedTest
  @CsvSource({"true, main", "false, ''", "'\"false\"', false", "5, ''"})
  void tellByWhichPortANodeIsSkipped(String disabled, String port) {
    RunMap map =
        read(
            "{\"nodes\": [{\"id\": \"a\", \"type\": \"if@1\", \"disabled\": %s}]}"
                .formatted(disabled));

    boolean off = !port.isEmpty();
    assertThat(map.skippedBy("a")).isEqualTo(off ? port : null);
    assertThat(map.nodes().get("a").ports())
        .isEqualTo(off ? List.of(port) : List.of("true", "false"));
  }

  @Test
  void findEntriesByRole() {
    RunMap map =
        read(
            """
            {"nodes": [
              {"id": "off", "type": "manual@1", "disabled": "main"},
              {"id": "hook", "type": "webhook@1"}, {"id": "sub", "type": "called-trigger@1"},
              {"id": "go", "type": "manual@1"}, {"id": "also", "type": "manual@1"}]}
            """);

    assertThat(map.entries())
        .extracting(RunMap.Entry::node)
        .containsExactly("hook", "sub", "go", "also");
    assertThat(map.entry((String) null)).map(RunMap.Entry::node).contains("go");
    assertThat(map.entry("hook")).map(RunMap.Entry::role).contains(RunMap.Role.EVENT);
    assertThat(map.entry("off")).isEmpty();
    assertThat(map.entry(RunMap.Role.CALLED)).map(RunMap.Entry::node).contains("sub");
    assertThat(RunMap.NONE.entry((String) null)).isEmpty();
  }

  @Test
  void tellThePathOfAnIteration() {
    RunMap map =
        read(
            """
            {"nodes": [
              {"id": "each1", "type": "for-each@1"}, {"id": "loop1", "type": "loop@1", "parent": "each1"},
              {"id": "a", "type": "set@1", "parent": "loop1"},
              {"id": "x", "type": "set@1", "parent": "y"}, {"id": "y", "type": "loop@1", "parent": "y"}]}
            """);

    assertThat(map.around("a")).containsExactly("each1", "loop1");
    assertThat(map.path("a", Map.of("each1", 3, "loop1", 0)::get)).contains("each1[3].loop1[0]");
    assertThat(map.path("a", Map.of("each1", 3)::get)).isEmpty();
    assertThat(map.inside("each1", Map.of("each1", 3)::get)).contains("each1[3]");
    assertThat(map.around("x")).isEmpty();
    assertThat(map.around("unknown")).isEmpty();
    assertThat(map.hasContainers()).isTrue();
    assertThat(RunMap.NONE.hasContainers()).isFalse();
  }

  /** One is stored with each build. */
  @Test
  void areSmall() throws IOException {
    Path big = CASES.resolve("five-hundred-nodes/graph.json");
    RunMap map = read(Files.readString(big));
    byte[] json = JSON.writeValueAsBytes(map);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json);
    }
    System.out.println(
        map.nodes().size() + " nodes: " + json.length + " bytes, " + packed.size() + " packed");

    assertThat(map.nodes()).hasSizeGreaterThanOrEqualTo(500);
    assertThat(json.length / map.nodes().size()).isLessThan(150);
  }
}
