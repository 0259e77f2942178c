package dev.heddle.functions.aws.entity.run;

import static dev.heddle.functions.spec.Faults.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.table.WebhookGraphs;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Fact;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Run.Status;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DynamoRunsTest {
  private final Ports ports =
      LocalCloud.cloud().ports(TestUnit.with(new Access.Writes(Runs.ENTITY)));
  private final Runs runs = ofTenant();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private Runs ofTenant() {
    return ports.of(Runs.ENTITY).apply(new Tenant(ports.ids().next("ten")));
  }

  private Run run(String workflow, Status status, long second, @Nullable JsonNode output) {
    return new Run(
        ports.ids().next("run"),
        workflow,
        "Triage",
        3,
        "v3",
        "ticket",
        null,
        status,
        now.plusSeconds(second),
        status == Status.RUNNING ? null : now.plusSeconds(second + 1),
        text("in"),
        output,
        status == Status.FAILED ? "Heddle.HttpStatus" : null,
        status == Status.FAILED ? "503" : null);
  }

  private static Run ended(Run run, Status status, JsonNode output) {
    return new Run(
        run.id(),
        run.workflow(),
        run.workflowName(),
        run.version(),
        run.build(),
        run.trigger(),
        run.parent(),
        status,
        run.startedAt(),
        run.startedAt().plusSeconds(2),
        run.input(),
        output,
        null,
        null);
  }

  private static JsonNode text(String text) {
    return WireJson.MAPPER.createObjectNode().put("text", text);
  }

  private NodeTrace node(String id, long revision, @Nullable JsonNode sent, JsonNode output) {
    return new NodeTrace(
        id,
        "",
        revision,
        List.of(2L, 3L),
        List.of(3L),
        false,
        new Fact<>(2, now),
        sent == null ? null : new Fact<>(3, sent),
        new Fact<>(4, NodeTrace.Result.success(text("tokens"))),
        new Fact<>(4, output),
        new Fact<>(5, "main"),
        new Fact<>(5, now.plusSeconds(1)));
  }

  @Test
  void acceptsARunOnce() {
    Run run = run("wf_1", Status.RUNNING, 0, null);
    runs.recordStart(run);
    runs.recordStart(ended(run, Status.FAILED, text("other")));

    assertThat(runs.find(run.id())).contains(run);
    assertThat(runs.trace(run.id()))
        .hasValueSatisfying(trace -> assertThat(trace.revision()).isOne());
    assertThat(ofTenant().find(run.id())).isEmpty();
    assertThat(runs.nodes("run_none")).isEmpty();
  }

  @Test
  void recordsWhatTheLogSays() {
    Run run = run("wf_1", Status.RUNNING, 0, null);
    runs.recordStart(run);
    Run end = ended(run, Status.SUCCEEDED, text("out"));
    NodeTrace one = node("one", 0, text("sent"), text("first"));
    NodeTrace two = node("two", 0, null, WireJson.MAPPER.nullNode());

    assertThat(runs.record(new RunTrace(end, 1, List.of(one, two)))).isTrue();

    RunTrace trace = runs.trace(run.id()).orElseThrow();
    assertThat(trace.run()).isEqualTo(end);
    assertThat(trace.revision()).isEqualTo(2);
    assertThat(trace.nodes()).extracting(NodeTrace::revision).containsExactly(1L, 1L);
    assertThat(trace.nodes().getFirst().sent()).isEqualTo(one.sent());
    assertThat(trace.nodes().getFirst().output()).isEqualTo(one.output());
    assertThat(trace.nodes().getFirst().result()).isEqualTo(one.result());
    assertThat(trace.nodes().getLast().output()).isEqualTo(two.output());
    assertThat(trace.nodes().getLast().sent()).isNull();
  }

  @Test
  void recordsARunTheLogTellsOfFirst() {
    Run run = run("wf_1", Status.RUNNING, 0, null);

    assertThat(runs.record(new RunTrace(run, 0, List.of()))).isTrue();
    runs.recordStart(ended(run, Status.FAILED, text("late")));

    assertThat(runs.find(run.id())).contains(run);
  }

  @Test
  void refusesWhatWasReadBeforeAnotherWrite() {
    Run run = run("wf_1", Status.RUNNING, 0, null);
    runs.recordStart(run);
    Run end = ended(run, Status.SUCCEEDED, text("out"));
    runs.record(new RunTrace(end, 1, List.of(node("one", 0, null, text("first")))));

    assertThat(runs.record(new RunTrace(run, 1, List.of()))).isFalse();
    assertThat(runs.record(new RunTrace(run, 0, List.of()))).isFalse();
    assertThat(runs.record(new RunTrace(end, 2, List.of(node("one", 0, null, text("stale"))))))
        .isFalse();
    assertThat(runs.find(run.id())).contains(end);
    assertThat(runs.trace(run.id()).orElseThrow().nodes().getFirst().output())
        .isEqualTo(new Fact<>(4, text("first")));
  }

  @Test
  void letsOneOfManyWritersThrough() throws Exception {
    Run run = run("wf_1", Status.RUNNING, 0, null);
    runs.recordStart(run);

    var outcomes =
        ConcurrentWrites.of(
            6,
            i ->
                runs.record(
                    new RunTrace(run, 1, List.of(node("one", 0, null, text("writer " + i))))));

    assertThat(Collections.frequency(outcomes, true)).isLessThanOrEqualTo(1);
    assertThat(runs.trace(run.id()).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void keepsTheInputOnceAndTheOutputOfTheLastEnd() {
    Run run = run("wf_1", Status.RUNNING, 0, null);
    runs.recordStart(run);
    runs.record(new RunTrace(ended(run, Status.FAILED, text("first")), 1, List.of()));
    runs.record(new RunTrace(run, 2, List.of()));
    runs.record(new RunTrace(ended(run, Status.SUCCEEDED, text("redriven")), 3, List.of()));

    Run found = runs.find(run.id()).orElseThrow();
    assertThat(found.output()).isEqualTo(text("redriven"));
    assertThat(found.input()).isEqualTo(text("in"));
    assertThat(found.status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void keepsPayloadsUpToWhatAStateMayHold() {
    JsonNode noise = text(WebhookGraphs.noise(200_000));
    Run run = run("wf_1", Status.RUNNING, 0, null);

    NodeTrace node = node("one", 0, noise, noise);
    assertThat(runs.record(new RunTrace(ended(run, Status.SUCCEEDED, noise), 0, List.of(node))))
        .isTrue();

    RunTrace trace = runs.trace(run.id()).orElseThrow();
    assertThat(trace.run().output()).isEqualTo(noise);
    assertThat(trace.nodes().getFirst().sent()).isEqualTo(node.sent());
    assertThat(trace.nodes().getFirst().output()).isEqualTo(node.output());
  }

  @Test
  void listsByWorkflowAndStatusNewestFirst() {
    List<Run> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Run run =
          run(i % 3 == 0 ? "wf_a" : "wf_b", i % 2 == 0 ? Status.FAILED : Status.RUNNING, i, null);
      runs.recordStart(run);
      all.addFirst(run);
    }

    assertThat(listed(null, null)).isEqualTo(all.stream().map(Run::id).toList());
    assertThat(listed("wf_a", null)).isEqualTo(ids(all, "wf_a", null));
    assertThat(listed(null, Status.FAILED)).isEqualTo(ids(all, null, Status.FAILED));
    assertThat(listed("wf_b", Status.FAILED)).isEqualTo(ids(all, "wf_b", Status.FAILED));
    assertThat(listed("wf_c", null)).isEmpty();
    assertThat(ofTenant().list(null, null, 10, null).items()).isEmpty();
  }

  private static List<String> ids(
      List<Run> all, @Nullable String workflow, @Nullable Status status) {
    return all.stream()
        .filter(run -> workflow == null || run.workflow().equals(workflow))
        .filter(run -> status == null || run.status() == status)
        .map(Run::id)
        .toList();
  }

  private List<String> listed(@Nullable String workflow, @Nullable Status status) {
    List<String> ids = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Run> page = runs.list(workflow, status, 2, cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(run -> ids.add(run.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }

  @Test
  void movesARunToItsNewStatus() {
    Run run = run("wf_a", Status.RUNNING, 0, null);
    runs.recordStart(run);
    runs.record(new RunTrace(ended(run, Status.SUCCEEDED, text("out")), 1, List.of()));

    assertThat(listed(null, Status.RUNNING)).isEmpty();
    assertThat(listed(null, Status.SUCCEEDED)).containsExactly(run.id());
    Run shown = runs.list(null, null, 1, null).items().getFirst();
    assertThat(shown.endedAt()).isEqualTo(run.startedAt().plusSeconds(2));
    assertThat(shown.output()).isNull();
  }

  @Test
  void refusesForeignCursors() {
    refused(Problem.Invalid.class, () -> runs.list(null, null, 2, "rubbish"));
    refused(Problem.Invalid.class, () -> runs.list("wf_a", Status.FAILED, 2, "AAAA"));
  }
}
