package dev.heddle.localstack.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.host.command.HeddleCommands;
import dev.heddle.localstack.lab.command.CommandRefusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The words of the command that work on a file. */
class CommandsTest {
  private static final Map<String, Object> START =
      JourneyGraphs.node("start1", "manual@1", Map.of());

  @TempDir private Path folder;

  /** What a command wrote and its exit status. */
  private record Told(int status, String out, String err) {
    JsonNode json() {
      return WireJson.MAPPER.readTree(out);
    }
  }

  private Told told(String word, JsonNode graph, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("graph.json"), graph.toString());
    List<String> arguments = Stream.concat(Stream.of(file.toString()), Stream.of(options)).toList();
    PrintStream out = System.out;
    PrintStream err = System.err;
    var wrote = new ByteArrayOutputStream();
    var complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(wrote, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int status = HeddleCommands.of(word).run(arguments);
      return new Told(
          status,
          wrote.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static JsonNode flow(Map<String, Object> node) {
    return JourneyGraphs.graph(
        "Flow",
        List.of(START, node),
        List.of(JourneyGraphs.edge("start1", "main", node.get("id").toString())));
  }

  private static JsonNode setting(String value) {
    return flow(
        JourneyGraphs.node(
            "set1",
            "set@1",
            Map.of("keep", false, "fields", List.of(Map.of("name", "v", "value", value)))));
  }

  private static JsonNode hashing(String text) {
    return flow(JourneyGraphs.node("hash1", "digest@1", Map.of("text", text)));
  }

  @Test
  void runPrintsTheOutput() throws IOException {
    Told told = told("run", setting("{% $trigger.n + 1 %}"), "--input", "{\"n\": 41}");

    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.json()).hasToString("{\"v\":42}");
  }

  @Test
  void runCallsTheRealFunctionsAndTellsOfThem() throws IOException {
    Told told = told("run", hashing("{{ $trigger.text }}"), "--input", "{\"text\": \"abc\"}");

    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.json().path("digest").asString())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(told.err()).contains("hash1: done, ");
  }

  @Test
  void runSaysWhyItFailed() throws IOException {
    JsonNode graph =
        flow(JourneyGraphs.node("hash1", "digest@1", Map.of("text", "a", "key", "none")));

    Told told = told("run", graph, "--json");

    assertThat(told.status()).isOne();
    assertThat(told.json().path("status").asString()).isEqualTo("failed");
    assertThat(told.json().path("error").asString()).isEqualTo("Heddle.SecretMissing");
    assertThat(told.err()).contains("hash1: failed with Heddle.SecretMissing");
  }

  @Test
  void runSaysWhatItWaitsFor() throws IOException {
    Told told =
        told("run", flow(JourneyGraphs.node("sign", "approval@1", Map.of("title", "Pay?"))));

    assertThat(told.status()).isOne();
    assertThat(told.err()).contains("is waiting for something that can't happen here: sign");
    assertThat(told.out()).isEmpty();
  }

  @Test
  void runTakesATriggerAndAnInputThatAreThere() {
    assertThatThrownBy(() -> told("run", setting("1"), "--trigger", "nobody"))
        .isInstanceOf(CommandRefusal.class)
        .hasMessage("nobody isn't a trigger of the document");
    assertThatThrownBy(() -> told("run", setting("1"), "--input", "{"))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("--input is not valid JSON");
  }

  @Test
  void everyWayToCompileFindsTheSame(@TempDir Path data) throws Exception {
    List<JsonNode> wrong =
        List.of(
            JourneyGraphs.cycle(),
            setting("{% $nobody.x %}"),
            flow(JourneyGraphs.node("sub", "run-workflow@1", Map.of("workflow", "wf_unknown"))),
            JourneyGraphs.graph(
                "Timed",
                List.of(
                    JourneyGraphs.node(
                        "timer",
                        "schedule@1",
                        Map.of("schedule", Map.of("kind", "cron", "expression", "99 * * * ? *")))),
                List.of()));
    try (Laptop laptop =
        Laptop.start(new LocalSettings(0, 0, data, false, Path.of("../../web/dist"), true))) {
      HeddleClient api = HeddleClient.demo(laptop.url());
      for (JsonNode graph : wrong) {
        JsonNode issues =
            api.post("/api/v1/workflows", Map.of("graph", graph)).json().get("issues");
        assertThat(issues).isNotEmpty();
        assertThat(told("check", graph, "--json").json()).isEqualTo(issues);
        assertThat(told("compile", graph, "--json").json().get("issues")).isEqualTo(issues);
        Told check = told("check", graph);
        assertThat(told("run", graph).err()).isEqualTo(check.err());
        assertThat(check.err().lines()).hasSize(issues.size());
      }
    }
  }
}
