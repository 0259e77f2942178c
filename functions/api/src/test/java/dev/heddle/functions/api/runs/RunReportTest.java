package dev.heddle.functions.api.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.runs.NodeRunDetails.Status;
import dev.heddle.functions.spec.run.NodeRun;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.compiler.RunMapBuilder;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunReportTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final NodeVocabulary VOCABULARY =
      new NodeVocabulary(
          List.of(
              type("manual@1", NodeWiring.Trigger.manual(), NodePorts.main()),
              type("call@1", new NodeWiring.Call(), NodePorts.main()),
              type("if@1", new NodeWiring.If(), new NodePorts.Fixed(List.of("true", "false"))),
              type("merge@1", new NodeWiring.Merge(), NodePorts.main()),
              type("respond@1", new NodeWiring.Respond(), NodePorts.none())));
  private static final String GRAPH =
      """
      {"nodes": [
        {"id": "start", "type": "manual@1"}, {"id": "a", "type": "call@1"},
        {"id": "b", "type": "call@1"}, {"id": "both", "type": "merge@1"},
        {"id": "if1", "type": "if@1"}, {"id": "yes", "type": "call@1"},
        {"id": "no", "type": "call@1"}, {"id": "sorry", "type": "call@1"}],
       "edges": [
        {"source": "start", "port": "main", "target": "a"},
        {"source": "start", "port": "main", "target": "b"},
        {"source": "a", "port": "main", "target": "both"},
        {"source": "b", "port": "main", "target": "both"},
        {"source": "both", "port": "main", "target": "if1"},
        {"source": "if1", "port": "true", "target": "yes"},
        {"source": "if1", "port": "false", "target": "no"},
        {"source": "yes", "port": "failure", "target": "sorry"}]}
      """;

  private final List<NodeRun> nodes = new ArrayList<>();
  private Run.Status status = Run.Status.SUCCEEDED;

  private static NodeType type(String id, NodeWiring wiring, NodePorts ports) {
    return new NodeType(
        id,
        id,
        "",
        NodeType.Family.FLOW,
        "x",
        List.of(),
        "",
        wiring,
        ports,
        true,
        new Shape.Fields(List.of()),
        new Shape.Any());
  }

  private void ran(
      String node, NodeRun.Status how, @Nullable String port, @Nullable String output) {
    JsonNode json = output == null ? null : WireJson.MAPPER.readTree(output);
    nodes.add(new NodeRun(node, "", how, port, 1, NOW, NOW, null, json, null, null, null));
  }

  private void ran(String node, @Nullable String output) {
    ran(node, NodeRun.Status.SUCCEEDED, null, output);
  }

  private Map<String, NodeRunDetails> report() {
    return report(GRAPH);
  }

  private Map<String, NodeRunDetails> report(String graph) {
    Run run =
        new Run(
            "run_a",
            "wf_a",
            "W",
            1,
            "v1",
            "start",
            null,
            status,
            NOW,
            null,
            WireJson.MAPPER.readTree("{\"text\":\"hi\"}"),
            null,
            null,
            null);
    return RunReport.of(run, nodes, RunMapBuilder.of(WireJson.MAPPER.readTree(graph), VOCABULARY))
        .stream()
        .collect(Collectors.toMap(NodeRunDetails::node, Function.identity()));
  }

  @Test
  void the_trigger_gives_the_input_of_the_run() {
    ran("a", "1");

    assertThat(report().get("start").output()).hasToString("{\"text\":\"hi\"}");
    assertThat(report().get("start").port()).isEqualTo("main");
    assertThat(report().get("a").input()).hasToString("{\"text\":\"hi\"}");
  }

  @Test
  void of_several_taken_predecessors_the_input_is_an_object_by_id() {
    ran("a", "1");
    ran("b", "2");
    ran("both", null);
    ran("if1", null);

    assertThat(report().get("both").input()).hasToString("{\"a\":1,\"b\":2}");
    assertThat(report().get("both").output()).hasToString("{\"a\":1,\"b\":2}");
    assertThat(report().get("if1").input()).hasToString("{\"a\":1,\"b\":2}");
  }

  @Test
  void a_port_that_was_not_recorded_is_the_one_that_leads_to_what_ran() {
    ran("a", "1");
    ran("b", "2");
    ran("both", null);
    ran("if1", null);
    ran("no", "3");

    assertThat(report().get("if1").port()).isEqualTo("false");
    assertThat(report().get("no").input()).hasToString("{\"a\":1,\"b\":2}");
    assertThat(report().get("yes").status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void a_failed_node_leaves_by_its_failure_port() {
    ran("if1", NodeRun.Status.SUCCEEDED, "true", null);
    ran("yes", NodeRun.Status.FAILED, null, "{\"failed\":true}");
    ran("sorry", "4");

    assertThat(report().get("yes").port()).isEqualTo("failure");
    assertThat(report().get("sorry").input()).hasToString("{\"failed\":true}");
  }

  @Test
  void a_node_that_is_switched_off_gives_its_input_by_the_port_chosen_for_it() {
    ran("a", "1");
    ran("b", "2");
    ran("both", null);
    ran("no", "3");

    Map<String, NodeRunDetails> report =
        report(GRAPH.replace("\"if@1\"}", "\"if@1\", \"disabled\": \"false\"}"));

    assertThat(report.get("if1").status()).isEqualTo(Status.SKIPPED);
    assertThat(report.get("if1").port()).isEqualTo("false");
    assertThat(report.get("if1").output()).hasToString("{\"a\":1,\"b\":2}");
    assertThat(report.get("no").input()).hasToString("{\"a\":1,\"b\":2}");
    assertThat(report.get("yes").status()).isEqualTo(Status.SKIPPED);
    assertThat(report.get("yes").port()).isNull();
  }

  @Test
  void a_node_that_is_switched_off_and_not_reached_gives_nothing() {
    ran("if1", NodeRun.Status.SUCCEEDED, "true", null);
    ran("yes", "1");

    Map<String, NodeRunDetails> report =
        report(GRAPH.replace("\"id\": \"no\",", "\"id\": \"no\", \"disabled\": true,"));

    assertThat(report.get("no").status()).isEqualTo(Status.SKIPPED);
    assertThat(report.get("no").port()).isNull();
  }

  @Test
  void nothing_is_skipped_while_the_run_is_under_way() {
    status = Run.Status.RUNNING;
    ran("a", NodeRun.Status.RUNNING, null, null);

    assertThat(report().keySet()).containsExactlyInAnyOrder("start", "a");
    assertThat(report().get("a").port()).isNull();
  }

  @Test
  void a_run_of_much_data_is_cut_to_what_a_function_may_return() {
    for (String node : List.of("a", "b", "both", "if1", "yes", "no", "sorry")) {
      ran(node, "\"" + "x".repeat(700_000) + "\"");
    }

    assertThat(WireJson.MAPPER.writeValueAsString(report().values())).hasSizeLessThan(4_000_000);
    assertThat(report().get("a").output().path("$size").asInt()).isEqualTo(700_002);
  }

  @Test
  void a_drawing_that_is_gone_leaves_what_was_recorded() {
    ran("a", "1");

    Run run =
        new Run("r", "w", "W", 1, "v1", "start", null, status, NOW, null, null, null, null, null);
    List<NodeRunDetails> answers = RunReport.of(run, nodes, RunMap.NONE);
    assertThat(answers).extracting(NodeRunDetails::node).containsExactly("start", "a");
    assertThat(answers.getLast().output()).hasToString("1");
  }
}
