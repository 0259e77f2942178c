package dev.heddle.localstack.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs that wait for people and for events, on a whole laptop. */
class WaitingTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private static Path data;
  private static Laptop laptop;
  private static HeddleClient api;

  @BeforeAll
  static void start() throws Exception {
    laptop = Laptop.start(new LocalSettings(0, 0, data, false, Path.of("../../web/dist"), true));
    api = HeddleClient.demo(laptop.url());
  }

  @AfterAll
  static void stop() {
    laptop.close();
  }

  private static String started(JsonNode graph) throws Exception {
    String id =
        api.post("/api/v1/workflows", Map.of("graph", graph)).json().get("id").stringValue();
    HeddleClient.Answer run =
        api.post("/api/v1/workflows/" + id + "/test", Map.of("input", Map.of()));
    assertThat(run.status()).as(run.body()).isEqualTo(201);
    return run.json().get("id").stringValue();
  }

  private static JsonNode ended(String run) throws Exception {
    return api.await(
            "/api/v1/runs/" + run,
            SOON,
            json -> !json.get("status").stringValue().equals("running"))
        .json();
  }

  private static JsonNode asked(String run) throws Exception {
    return api.await(
            "/api/v1/approvals",
            SOON,
            json -> json.path("items").findValuesAsString("run").contains(run))
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.get("run").stringValue().equals(run))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode approving() {
    return JourneyGraphs.graph(
        "Approves",
        List.of(
            JourneyGraphs.node("start1", "manual@1", Map.of()),
            JourneyGraphs.node("sign", "approval@1", Map.of("title", "Pay?")),
            JourneyGraphs.node("paid", "set@1", set("{% $sign.by.name %}")),
            JourneyGraphs.node("refused", "set@1", set("{% $sign.comment %}"))),
        List.of(
            JourneyGraphs.edge("start1", "main", "sign"),
            JourneyGraphs.edge("sign", "approved", "paid"),
            JourneyGraphs.edge("sign", "rejected", "refused")));
  }

  private static Map<String, Object> set(String value) {
    return Map.of("keep", false, "fields", List.of(Map.of("name", "v", "value", value)));
  }

  private static JsonNode decided(JsonNode approval, String decision) throws Exception {
    return api.post(
            "/api/v1/approvals/" + approval.get("id").stringValue() + "/decide",
            Map.of("decision", decision, "comment", "Too much"))
        .json();
  }

  @Test
  void goOnAsPeopleDecide() throws Exception {
    String yes = started(approving());
    String no = started(approving());

    JsonNode approval = asked(yes);
    assertThat(approval.at("/workflow/name").stringValue()).isEqualTo("Approves");
    assertThat(approval.at("/mine").booleanValue()).isTrue();
    assertThat(decided(approval, "approve").get("status").stringValue()).isEqualTo("approved");
    assertThat(decided(asked(no), "reject").get("status").stringValue()).isEqualTo("rejected");

    JsonNode paid = ended(yes);
    assertThat(paid.at("/output/paid/v").isString()).as(paid.toPrettyString()).isTrue();
    assertThat(paid.toString()).doesNotContain("\"token\"");
    JsonNode sign =
        paid.path("nodes")
            .valueStream()
            .filter(node -> node.get("node").stringValue().equals("sign"))
            .findFirst()
            .orElseThrow();
    assertThat(sign.get("port").stringValue()).isEqualTo("approved");
    assertThat(sign.at("/output/approved").booleanValue()).isTrue();
    assertThat(ended(no).at("/output/refused/v").stringValue()).isEqualTo("Too much");
  }

  @Test
  void askNobodyAnyMoreWhenTheyAreStopped() throws Exception {
    String run = started(approving());
    JsonNode approval = asked(run);

    api.post("/api/v1/runs/" + run + "/stop", Map.of());
    ended(run);

    api.await(
        "/api/v1/approvals/" + approval.get("id").stringValue(),
        SOON,
        json -> json.get("status").stringValue().equals("cancelled"));
  }

  @Test
  void goOnWhenTheirEventComes() throws Exception {
    String run =
        started(
            JourneyGraphs.graph(
                "Waits",
                List.of(
                    JourneyGraphs.node("start1", "manual@1", Map.of()),
                    JourneyGraphs.node(
                        "wait1", "wait-for-event@1", Map.of("event", "order.paid", "key", "17"))),
                List.of(JourneyGraphs.edge("start1", "main", "wait1"))));

    int completed = 0;
    for (int i = 0; i < 200 && completed == 0; i++) {
      Thread.sleep(50);
      completed =
          api.post(
                  "/api/v1/events",
                  Map.of("event", "order.paid", "key", "17", "payload", Map.of("sum", 12)))
              .json()
              .get("completed")
              .intValue();
    }

    assertThat(ended(run).at("/output/sum").intValue()).isEqualTo(12);
  }
}
