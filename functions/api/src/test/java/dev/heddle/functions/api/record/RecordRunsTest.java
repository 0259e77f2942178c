package dev.heddle.functions.api.record;

import static dev.heddle.functions.api.GraphDocuments.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.events.ExecutionLogEvent;
import dev.heddle.events.RunInput;
import dev.heddle.functions.api.ApiLaptop;
import dev.heddle.functions.api.GraphDocuments;
import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries besides the engine's: repeated, torn, out of order, foreign, unreadable. */
class RecordRunsTest {
  private final String tenant = new SecureIds().next("ten");
  private final RouteClient api = RouteClient.member(ApiLaptop.cloud(), tenant, "USER");
  private final String run = new SecureIds().next("run");
  private String workflow = "";
  private String build = "";

  @BeforeEach
  void draw() {
    List<String> nodes =
        List.of(
            node("start", "manual@1", "{}"),
            node("a", "set@1", "{\"keep\":false,\"fields\":[{\"name\":\"v\",\"value\":1}]}"));
    String graph = GraphDocuments.graph("Recorded", nodes, List.of("start.main>a"));
    workflow = api.post("/api/v1/workflows", graph).text("/id");
    String started = api.post("/api/v1/workflows/" + workflow + "/publish", "{}").text("/version");
    build = "v" + started;
  }

  private EventLog log(String tenant) {
    return new EventLog(
        "arn:aws:states:us-east-1:000000000000:execution:test-"
            + tenant
            + "-"
            + workflow
            + "-s:"
            + run);
  }

  private List<ExecutionLogEvent> whole() {
    EventLog log = log(tenant);
    long at = log.add(0, "ExecutionStarted", Map.of("input", input()));
    at = log.entered(at, "Pass", "a step");
    at = log.exited(at, "Pass", "a step", Map.of("a", "{\"v\":1}"));
    log.add(at, "ExecutionSucceeded", Map.of("output", "{\"v\":1}"));
    return log.lines();
  }

  private String input() {
    var payload = WireJson.MAPPER.readTree("{\"n\":5}");
    return WireJson.MAPPER.writeValueAsString(
        new RunInput(tenant, workflow, 1, build, run, "start", payload));
  }

  private static void deliver(List<ExecutionLogEvent> events) {
    ApiLaptop.recorder().answer(Deliveries.of(events));
  }

  private Answer read() {
    return api.get("/api/v1/runs/" + run);
  }

  private void assertRecorded() {
    assertThat(read().text("/status")).isEqualTo("succeeded");
    assertThat(read().text("/workflowName")).isEqualTo("Recorded");
    assertThat(read().body().path("input")).hasToString("{\"n\":5}");
    assertThat(read().body().path("output")).hasToString("{\"v\":1}");
    assertThat(read().body().path("nodes")).hasSize(2);
    assertThat(read().body().at("/nodes/1/output")).hasToString("{\"v\":1}");
    assertThat(read().body().at("/nodes/1/status").asString()).isEqualTo("succeeded");
  }

  @Test
  void a_run_that_nobody_announced_is_recorded() {
    deliver(whole());

    assertRecorded();
  }

  @Test
  void a_delivery_that_comes_again_changes_nothing() {
    deliver(whole());
    Answer first = read();
    deliver(whole());
    deliver(whole().subList(1, 2));

    assertThat(read().body()).isEqualTo(first.body());
  }

  @Test
  void pieces_may_come_in_any_order() {
    List<ExecutionLogEvent> shuffled = new ArrayList<>(whole());
    Collections.shuffle(shuffled, new Random(7));
    for (ExecutionLogEvent event : shuffled) {
      deliverUntilTaken(List.of(event), shuffled);
    }

    assertRecorded();
  }

  /** What is refused for now comes again, after everything else. */
  private static void deliverUntilTaken(
      List<ExecutionLogEvent> piece, List<ExecutionLogEvent> all) {
    try {
      deliver(piece);
    } catch (Fault fault) {
      deliver(all);
    }
  }

  @Test
  void events_before_their_run_is_known_are_asked_for_again() {
    assertThatThrownBy(() -> deliver(whole().subList(1, 4))).isInstanceOf(Fault.class);
    assertThat(read().status()).isEqualTo(404);
  }

  @Test
  void what_can_not_be_read_holds_up_nothing() {
    List<String> lines = new ArrayList<>(List.of("no JSON", "{}", "[1]", "{\"id\":\"x\"}"));
    whole().forEach(event -> lines.add(WireJson.MAPPER.writeValueAsString(event)));
    ExecutionLogEvent odd = whole().get(1);
    lines.add(
        WireJson.MAPPER.writeValueAsString(
            new ExecutionLogEvent(
                "9",
                "TaskSucceeded",
                WireJson.MAPPER.readTree("{\"output\": 5}"),
                "2",
                odd.event_timestamp(),
                odd.execution_arn(),
                "0")));

    ApiLaptop.recorder().answer(Deliveries.ofLines(lines));

    assertThat(read().text("/status")).isEqualTo("succeeded");
  }

  @Test
  void a_message_that_only_tests_the_subscription_is_taken() {
    ApiLaptop.recorder().answer(Deliveries.of("CONTROL_MESSAGE", List.of()));
  }

  @Test
  void executions_that_are_not_ours_are_left_alone() {
    EventLog other = new EventLog("arn:aws:states:us-east-1:0:execution:billing-nightly:x");
    other.add(0, "ExecutionStarted", Map.of("input", "{}"));
    EventLog mapRun = new EventLog("arn:aws:states:us-east-1:0:mapRun:a/b:c");
    mapRun.add(0, "ExecutionStarted", Map.of("input", "{}"));

    deliver(other.lines());
    deliver(mapRun.lines());
  }

  @Test
  void an_input_that_names_another_tenant_or_nothing_records_nothing() {
    RouteClient victim = ApiLaptop.someone();
    EventLog forged = log(new SecureIds().next("ten"));
    forged.add(0, "ExecutionStarted", Map.of("input", input()));
    EventLog empty = log(tenant);
    long at = empty.add(0, "ExecutionStarted", Map.of("input", "{}"));
    empty.add(at, "ExecutionSucceeded", Map.of("output", "{}"));

    deliver(forged.lines());
    deliver(empty.lines());
    // Nor are its later events waited for.
    deliver(empty.lines().subList(1, 2));

    assertThat(read().status()).isEqualTo(404);
    assertThat(victim.get("/api/v1/runs").body().path("items")).isEmpty();
  }

  @Test
  void runs_of_a_deleted_workflow_are_left_as_they_are() {
    deliver(whole().subList(0, 2));
    api.delete("/api/v1/workflows/" + workflow);
    deliver(whole());

    assertThat(read().status()).isEqualTo(200);
  }

  @Test
  void a_delivery_may_hold_many_runs_and_many_events() {
    EventLog log = log(tenant);
    long at = log.add(0, "ExecutionStarted", Map.of("input", input()));
    for (int i = 0; i < 3_000; i++) {
      at = log.entered(at, "Pass", "a step");
      at = log.exited(at, "Pass", "a step", Map.of("a", "{\"v\":" + i + "}"));
    }
    log.add(at, "ExecutionSucceeded", Map.of("output", "{\"v\":1}"));

    deliver(log.lines());

    assertThat(read().body().at("/nodes/1/output/v").asInt()).isEqualTo(2_999);
  }

  @Test
  void several_writers_of_one_run_lose_nothing() {
    List<ExecutionLogEvent> events = whole();
    deliver(events.subList(0, 1));
    CompletableFuture<?>[] writers =
        events.subList(1, 4).stream()
            .map(event -> CompletableFuture.runAsync(() -> deliver(List.of(event))))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(writers).join();

    assertRecorded();
  }
}
