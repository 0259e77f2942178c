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

/** An agent on the laptop, whole: drawn, published, called, with tools that are real. */
class AgentTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private static Path data;
  private static Laptop laptop;
  private static String url;

  @BeforeAll
  static void start() {
    laptop = Laptop.start(new LocalSettings(0, 0, data, false, Path.of("../../web/dist"), true));
    url = laptop.url();
  }

  @AfterAll
  static void stop() {
    laptop.close();
  }

  @Test
  void anAgentCallsAWorkflowAndAWebApiAndAnswers() throws Exception {
    HeddleClient api = HeddleClient.signUp(url);
    String orders = api.publish(orders());
    api.publish(
        JourneyGraphs.asking("ask", Map.of("tools", List.of(workflow(orders, false), web(url)))));

    HeddleClient.Answer answer =
        HeddleClient.anyone(url)
            .post(
                "/hooks/" + api.slug() + "/ask",
                Map.of("text", "Where is the order A-1042, and what is the weather in Berlin?"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode said = answer.json();
    assertThat(said.get("answer").stringValue()).contains("order A-1042 is on its way", "Berlin");
    assertThat(said.get("turns").intValue()).isEqualTo(2);
    assertThat(said.get("reason").stringValue()).isEqualTo("answered");
    assertThat(said.at("/usage/promptTokens").intValue()).isPositive();
    JsonNode runs = api.get("/api/v1/runs?workflow=" + orders).json();
    assertThat(runs.at("/items/0/id").stringValue()).contains("-");
  }

  @Test
  void aCallThatNeedsApprovalWaitsForAPerson() throws Exception {
    HeddleClient api = HeddleClient.signUp(url);
    String orders = api.publish(orders());
    String asking =
        api.publish(JourneyGraphs.asking("ask", Map.of("tools", List.of(workflow(orders, true)))));

    assertThat(decided(api, asking, "approve").at("/output/answer").stringValue())
        .contains("is on its way");
    assertThat(decided(api, asking, "reject").at("/output/answer").stringValue())
        .contains("rejected by", "not today");
  }

  /** What the agent did in a run whose one approval was decided so. */
  private static JsonNode decided(HeddleClient api, String workflow, String decision)
      throws Exception {
    String hook = "/hooks/" + api.slug() + "/ask";
    Thread.ofVirtual()
        .start(() -> post(hook, Map.of("text", "Where is the order A-1042 " + decision + "?")));
    JsonNode waiting =
        api.await("/api/v1/approvals?status=waiting", SOON, json -> json.at("/items").size() == 1)
            .json()
            .at("/items/0");
    assertThat(waiting.get("title").stringValue()).contains("find_order");
    assertThat(waiting.at("/details/order").stringValue()).isEqualTo("A-1042");
    HeddleClient.Answer done =
        api.post(
            "/api/v1/approvals/" + waiting.get("id").stringValue() + "/decide",
            Map.of("decision", decision, "comment", "not today"));
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    String run = waiting.get("run").stringValue();
    JsonNode record =
        api.await(
                "/api/v1/runs/" + run,
                SOON,
                json -> json.get("status").stringValue().equals("succeeded"))
            .json();
    return record
        .at("/nodes")
        .valueStream()
        .filter(node -> node.get("node").stringValue().equals("agent1"))
        .findFirst()
        .orElseThrow();
  }

  private static void post(String path, Map<String, String> body) {
    try {
      HeddleClient.anyone(url).post(path, body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A workflow that knows where orders are. */
  private static JsonNode orders() {
    return JourneyGraphs.graph(
        "Orders",
        List.of(
            JourneyGraphs.node("start1", "manual@1", Map.of()),
            JourneyGraphs.node(
                "state1",
                "set@1",
                Map.of(
                    "keep",
                    false,
                    "fields",
                    List.of(
                        Map.of(
                            "name",
                            "state",
                            "value",
                            "{% 'The order ' & $trigger.order & ' is on its way.' %}"))))),
        List.of(JourneyGraphs.edge("start1", "main", "state1")));
  }

  private static Map<String, Object> workflow(String id, boolean approve) {
    return Map.of(
        "kind",
        "workflow",
        "name",
        "find_order",
        "description",
        "Tells where an order is",
        "workflow",
        id,
        "approve",
        approve,
        "parameters",
        schema("order", "the order's number"));
  }

  private static Map<String, Object> web(String url) {
    return Map.of(
        "kind",
        "http",
        "name",
        "get_weather",
        "description",
        "Current weather of a city",
        "url",
        url + LocalPaths.ECHO,
        "parameters",
        schema("city", "the city"));
  }

  private static Map<String, Object> schema(String argument, String description) {
    return Map.of(
        "type",
        "object",
        "required",
        List.of(argument),
        "properties",
        Map.of(argument, Map.of("type", "string", "description", description)));
  }
}
