package dev.heddle.functions.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.run.NodeRun;
import dev.heddle.functions.spec.run.NodeRun.Status;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import dev.heddle.statemachines.language.SourceMap.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldTest {
  private static final SourceMap SOURCE =
      new SourceMap(
          Map.of(
              "Classify", new Origin("classify", true),
              "Urgent?", new Origin("urgent", true),
              "Guard of page", new Origin("page", false),
              "Page someone", new Origin("page", true),
              "Wait a little", new Origin("pause", true),
              "Give up", new Origin("stop1", true)),
          Map.of("classify", "classify", "page", "page", "fields", "set1"),
          Map.of("Port_urgent", "urgent", "Port_page", "page"));

  private static final RunMap NO_CONTAINERS = RunMap.NONE;

  private final EventLog log =
      new EventLog("arn:aws:states:us-east-1:1:execution:ten_a-wf_a-s:run_a");

  private static RunTrace nothing() {
    return new RunTrace(
        new Run(
            "run_a",
            "wf_a",
            "Triage",
            1,
            "v1",
            "ticket",
            null,
            Run.Status.RUNNING,
            Instant.ofEpochMilli(EventLog.BEGIN),
            null,
            null,
            null,
            null,
            null),
        0,
        List.of());
  }

  private Map<String, NodeRun> nodes() {
    return nodes(folded(nothing(), log.events()));
  }

  private static Map<String, NodeRun> nodes(RunTrace trace) {
    Map<String, NodeRun> all = new HashMap<>();
    trace.nodeRuns().forEach(node -> all.put(node.node(), node));
    return all;
  }

  /** What is stored after a fold: nodes that were known stay. */
  private static RunTrace folded(RunTrace before, List<ExecutionEvent> events) {
    Fold fold = new Fold(before, SOURCE, NO_CONTAINERS);
    events.forEach(fold::add);
    Map<String, NodeTrace> all = new HashMap<>();
    before.nodes().forEach(node -> all.put(node.node(), node));
    fold.changed().nodes().forEach(node -> all.put(node.node(), node));
    return new RunTrace(fold.changed().run(), before.revision() + 1, List.copyOf(all.values()));
  }

  private void triage() {
    long at = log.add(0, "ExecutionStarted", Map.of("input", "{}"));
    at = log.entered(at, "Task", "Classify");
    at = log.scheduled(at, "{\"model\":\"demo\"}");
    String answer = "{\"urgency\":\"high\"}";
    at = log.succeeded(at, "{\"output\":" + answer + ",\"port\":\"main\",\"usage\":{\"in\":7}}");
    at = log.exited(at, "Task", "Classify", Map.of("classify", answer));
    at = log.entered(at, "Choice", "Urgent?");
    at = log.exited(at, "Choice", "Urgent?", Map.of("Port_urgent", "\"true\""));
    at = log.entered(at, "Choice", "Guard of page");
    at = log.exited(at, "Choice", "Guard of page", Map.of());
    at = log.entered(at, "Task", "Page someone");
    at = log.scheduled(at, "{\"url\":\"a\"}");
    at = log.failed(at, "Heddle.HttpStatus", "{\"errorMessage\":\"It said 503.\"}");
    at = log.scheduled(at, "{\"url\":\"b\"}");
    at = log.succeeded(at, "{\"output\":{\"status\":200},\"port\":\"main\",\"usage\":null}");
    at = log.exited(at, "Task", "Page someone", Map.of("Port_page", "\"main\"", "fields", "[1]"));
    log.add(at, "ExecutionSucceeded", Map.of("output", "{\"done\":true}"));
  }

  @Test
  void tells_what_each_node_did() {
    triage();

    NodeRun classify = nodes().get("classify");
    assertThat(classify.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(classify.sent()).hasToString("{\"model\":\"demo\"}");
    assertThat(classify.output()).hasToString("{\"urgency\":\"high\"}");
    assertThat(classify.usage()).hasToString("{\"in\":7}");
    assertThat(classify.attempts()).isOne();
    assertThat(classify.startedAt()).isEqualTo(Instant.ofEpochMilli(EventLog.BEGIN + 2_000));
    assertThat(classify.endedAt()).isEqualTo(Instant.ofEpochMilli(EventLog.BEGIN + 6_000));
    assertThat(nodes().get("urgent").port()).isEqualTo("true");
  }

  @Test
  void counts_attempts_and_forgets_the_error_of_one_that_was_repeated() {
    triage();

    NodeRun page = nodes().get("page");
    assertThat(page.attempts()).isEqualTo(2);
    assertThat(page.error()).isNull();
    assertThat(page.sent()).hasToString("{\"url\":\"b\"}");
    assertThat(page.startedAt()).isEqualTo(Instant.ofEpochMilli(EventLog.BEGIN + 11_000));
  }

  @Test
  void tells_nobody_the_token_of_a_node_that_waits() {
    long at = log.add(0, "ExecutionStarted", Map.of("input", "{}"));
    at = log.entered(at, "Task", "Classify");
    String payload = "{\"Payload\":{\"token\":\"the-token\",\"config\":{\"title\":\"Pay?\"}}}";
    log.add(at, "TaskScheduled", Map.of("parameters", payload));

    RunTrace trace = folded(nothing(), log.events());

    assertThat(nodes(trace).get("classify").sent()).hasToString("{\"title\":\"Pay?\"}");
    assertThat(WireJson.MAPPER.writeValueAsString(trace)).doesNotContain("the-token");
  }

  @Test
  void a_node_without_a_state_of_its_own_has_run_when_its_output_is_assigned() {
    triage();

    assertThat(nodes().get("set1").status()).isEqualTo(Status.SUCCEEDED);
    assertThat(nodes().get("set1").output()).hasToString("[1]");
  }

  @Test
  void tells_how_the_run_ended() {
    triage();

    Run run = folded(nothing(), log.events()).run();
    assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
    assertThat(run.output()).hasToString("{\"done\":true}");
    assertThat(run.endedAt()).isEqualTo(Instant.ofEpochMilli(EventLog.BEGIN + 19_000));
  }

  @Test
  void a_node_whose_call_failed_for_good_has_failed_with_a_readable_cause() {
    long at = log.entered(0, "Task", "Classify");
    at = log.scheduled(at, "{}");
    String cause = "{\"errorMessage\":\"The model said no.\",\"errorType\":\"Heddle.ModelFailed\"}";
    at = log.failed(at, "Heddle.ModelFailed", cause);
    assertThat(nodes().get("classify").status()).isEqualTo(Status.RUNNING);

    log.add(at, "ExecutionFailed", Map.of("error", "Heddle.ModelFailed", "cause", cause));

    assertThat(nodes().get("classify").status()).isEqualTo(Status.FAILED);
    assertThat(nodes().get("classify").cause()).isEqualTo("The model said no.");
    assertThat(folded(nothing(), log.events()).run().cause()).isEqualTo("The model said no.");
  }

  @Test
  void an_error_that_was_caught_leaves_the_node_failed() {
    long at = log.entered(0, "Task", "Page someone");
    at = log.failed(log.scheduled(at, "{}"), "Heddle.Refused", "Not there.");
    String failed = "{\"failed\":true}";
    log.exited(at, "Task", "Page someone", Map.of("Port_page", "\"failure\"", "page", failed));

    NodeRun page = nodes().get("page");
    assertThat(page.status()).isEqualTo(Status.FAILED);
    assertThat(page.port()).isEqualTo("failure");
    assertThat(page.output()).hasToString(failed);
  }

  @Test
  void an_expression_that_fails_fails_its_node() {
    long at = log.entered(0, "Choice", "Urgent?");
    Map<String, String> details =
        Map.of("error", "States.QueryEvaluationError", "cause", "T2002", "state", "Urgent?");
    at = log.add(at, "EvaluationFailed", details);
    log.add(at, "ExecutionFailed", Map.of("error", "States.QueryEvaluationError"));

    assertThat(nodes().get("urgent").status()).isEqualTo(Status.FAILED);
    assertThat(nodes().get("urgent").cause()).isEqualTo("T2002");
  }

  @Test
  void a_pause_waits_until_it_is_left_and_a_fail_state_fails() {
    long at = log.entered(0, "Wait", "Wait a little");
    assertThat(nodes().get("pause").status()).isEqualTo(Status.WAITING);

    at = log.exited(at, "Wait", "Wait a little", Map.of());
    log.entered(at, "Fail", "Give up");

    assertThat(nodes().get("pause").status()).isEqualTo(Status.SUCCEEDED);
    assertThat(nodes().get("stop1").status()).isEqualTo(Status.RUNNING);
    log.add(at, "ExecutionFailed", Map.of("error", "Heddle.Stop"));
    assertThat(nodes().get("stop1").status()).isEqualTo(Status.FAILED);
  }

  @Test
  void null_is_not_taken_for_an_output_because_variables_begin_as_null() {
    log.exited(0, "Pass", "Somewhere", Map.of("page", "null", "Port_page", "null"));

    assertThat(nodes()).isEmpty();
  }

  @Test
  void what_follows_an_unknown_event_is_asked_for_again() {
    long at = log.entered(0, "Task", "Classify");
    log.succeeded(log.scheduled(at, "{}"), "{\"output\":1}");
    Fold fold = new Fold(nothing(), SOURCE, NO_CONTAINERS);

    log.events().reversed().stream().limit(2).forEach(fold::add);

    assertThat(fold.unplaced())
        .extracting(ExecutionEvent::type)
        .containsExactly("TaskSucceeded", "TaskStarted");
    assertThat(fold.changed().nodes()).isEmpty();
  }

  @Test
  void long_values_are_kept_as_previews() {
    long at = log.entered(0, "Task", "Classify");
    String text = "\"" + "x".repeat(60_000) + "\"";
    log.succeeded(log.scheduled(at, text), "{\"output\":" + text + "}");

    NodeRun node = nodes().get("classify");
    assertThat(node.output().path("$size").asInt()).isEqualTo(60_002);
    assertThat(node.sent().path("$preview").asString()).startsWith("\"xxx").hasSize(4_096);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void in_any_order_with_repeats_and_in_any_pieces_it_tells_the_same(long seed) {
    triage();
    RunTrace expected = folded(nothing(), log.events());
    Random random = new Random(seed);
    List<ExecutionEvent> shuffled = new ArrayList<>(log.events());
    shuffled.addAll(log.events().subList(3, 9));
    Collections.shuffle(shuffled, random);

    RunTrace trace = nothing();
    // As often as it takes: what can't be placed yet is delivered again.
    for (int round = 0; round < 8; round++) {
      int cut = random.nextInt(shuffled.size());
      trace = folded(trace, shuffled.subList(0, cut));
      trace = folded(trace, shuffled.subList(cut, shuffled.size()));
    }

    assertThat(nodes(trace)).isEqualTo(nodes(expected));
    assertThat(trace.run()).isEqualTo(expected.run());
  }

  @Test
  void stored_traces_survive_the_wire() {
    triage();
    for (NodeTrace node : folded(nothing(), log.events()).nodes()) {
      String json = WireJson.MAPPER.writeValueAsString(node);
      assertThat(WireJson.MAPPER.readValue(json, NodeTrace.class)).isEqualTo(node);
    }
  }
}
