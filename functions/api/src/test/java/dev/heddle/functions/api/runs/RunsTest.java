package dev.heddle.functions.api.runs;

import static dev.heddle.functions.api.GraphDocuments.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.ApiLaptop;
import dev.heddle.functions.api.GraphDocuments;
import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunsTest {
  private static final String WORKFLOWS = "/api/v1/workflows";
  private static final String RUNS = "/api/v1/runs/";
  private static final String START = node("start", "manual@1", "{\"sample\": {\"n\": 1}}");
  private static final AtomicInteger CALLS = new AtomicInteger();

  private final RouteClient api = ApiLaptop.someone();

  @BeforeAll
  static void answer() {
    LocalCloud.function("test-HttpRequestNode", RunsTest::http);
  }

  private static JsonNode http(JsonNode call) {
    String url = call.at("/config/url").asString();
    if (url.endsWith("broken") || (url.endsWith("shaky") && CALLS.incrementAndGet() % 2 == 1)) {
      throw new IllegalStateException("It answered 503.");
    }
    return WireJson.MAPPER.readTree(
        "{\"output\": {\"status\": 200, \"headers\": {}, \"body\": {\"n\": 7}},"
            + " \"port\": \"main\", \"usage\": {\"calls\": 1}}");
  }

  private static String call(String id, String url, String more) {
    String config =
        "{\"method\": \"GET\", \"url\": \"https://a.example/%s\", \"body\": {\"kind\": \"none\"},"
            + " \"auth\": {\"kind\": \"none\"}}";
    return node(id, "http-request@1", config.formatted(url), more);
  }

  private static String set(String id, String value) {
    return node(
        id,
        "set@1",
        "{\"keep\": false, \"fields\": [{\"name\": \"v\", \"value\": %s}]}".formatted(value));
  }

  private String created(List<String> nodes, String... edges) {
    Answer created = api.post(WORKFLOWS, GraphDocuments.graph("Flow", nodes, List.of(edges)));
    assertThat(created.body().path("issues").toString()).doesNotContain("ERROR");
    return WORKFLOWS + "/" + created.text("/id");
  }

  private Answer test(String workflow, String body) {
    Answer started = api.post(workflow + "/test", body);
    assertThat(started.status()).as(started.body().toPrettyString()).isEqualTo(201);
    return started;
  }

  private Answer ended(Answer started) {
    return ApiLaptop.until(
        api,
        RUNS + started.text("/id"),
        run -> !run.text("/status").equals("running") && run.status() == 200);
  }

  private static Map<String, JsonNode> nodes(Answer run) {
    Map<String, JsonNode> nodes = new HashMap<>();
    run.body().path("nodes").forEach(node -> nodes.put(node.path("node").asString(), node));
    return nodes;
  }

  @Test
  void a_draft_runs_and_its_record_tells_all() {
    String path =
        created(
            List.of(START, call("fetch", "fine", ""), set("keep", "\"{% $fetch.body.n + 1 %}\"")),
            "start.main>fetch",
            "fetch.main>keep");

    Answer started = test(path, "{\"input\": {\"who\": \"me\"}}");
    assertThat(started.text("/status")).isEqualTo("running");
    assertThat(started.text("/trigger")).isEqualTo("start");
    assertThat(started.body().path("version").asInt()).isZero();

    Answer run = ended(started);
    assertThat(run.text("/status")).isEqualTo("succeeded");
    assertThat(run.text("/workflowName")).isEqualTo("Flow");
    assertThat(run.text("/input/who")).isEqualTo("me");
    assertThat(run.body().path("output")).hasToString("{\"v\":8}");
    assertThat(run.text("/graph/name")).isEqualTo("Flow");
    assertThat(run.body().path("durationMs").isNumber()).isTrue();

    JsonNode fetch = nodes(run).get("fetch");
    assertThat(fetch.path("status").asString()).isEqualTo("succeeded");
    assertThat(fetch.path("port").asString()).isEqualTo("main");
    assertThat(fetch.path("attempts").asInt()).isOne();
    assertThat(fetch.at("/input/who").asString()).isEqualTo("me");
    assertThat(fetch.at("/sent/url").asString()).isEqualTo("https://a.example/fine");
    assertThat(fetch.at("/output/body/n").asInt()).isEqualTo(7);
    assertThat(fetch.at("/usage/calls").asInt()).isOne();
    assertThat(nodes(run).get("start").path("output")).hasToString("{\"who\":\"me\"}");
    assertThat(nodes(run).get("keep").at("/input/status").asInt()).isEqualTo(200);
  }

  @Test
  void without_input_the_sample_of_the_trigger_is_taken() {
    String path = created(List.of(START, set("keep", "1")), "start.main>keep");

    assertThat(ended(test(path, "{}")).body().path("input")).hasToString("{\"n\":1}");
  }

  @Test
  void the_way_not_taken_is_skipped() {
    String path =
        created(
            List.of(
                START,
                node("ask", "if@1", "{\"condition\": \"{% $trigger.n > 5 %}\"}"),
                set("more", "\"more\""),
                set("less", "\"less\"")),
            "start.main>ask",
            "ask.true>more",
            "ask.false>less");

    Answer run = ended(test(path, "{\"input\": {\"n\": 9}}"));

    assertThat(nodes(run).get("ask").path("port").asString()).isEqualTo("true");
    assertThat(nodes(run).get("ask").path("output")).hasToString("{\"n\":9}");
    assertThat(nodes(run).get("more").path("status").asString()).isEqualTo("succeeded");
    assertThat(nodes(run).get("less").path("status").asString()).isEqualTo("skipped");
  }

  @Test
  void branches_run_together_and_meet() {
    String path =
        created(
            List.of(
                START,
                call("a", "fine", ""),
                call("b", "fine", ""),
                node("both", "merge@1", "{\"mode\": \"all\"}"),
                set("total", "\"{% $a.body.n + $b.body.n %}\"")),
            "start.main>a",
            "start.main>b",
            "a.main>both",
            "b.main>both",
            "both.main>total");

    Answer run = ended(test(path, "{}"));

    assertThat(run.text("/status")).as(run.body().toPrettyString()).isEqualTo("succeeded");
    assertThat(nodes(run).get("both").at("/input/a/status").asInt()).isEqualTo(200);
    assertThat(nodes(run).get("both").at("/input/b/status").asInt()).isEqualTo(200);
    assertThat(run.body().path("output")).hasToString("{\"v\":14}");
  }

  @Test
  void a_node_that_is_tried_again_counts_its_attempts() {
    String retry = ", \"retry\": {\"attempts\": 2, \"intervalSeconds\": 1, \"backoff\": 1}";
    String path =
        created(
            List.of(START, call("fetch", "shaky", retry), set("keep", "1")),
            "start.main>fetch",
            "fetch.main>keep");

    Answer run = ended(test(path, "{}"));

    assertThat(nodes(run).get("fetch").path("attempts").asInt()).isEqualTo(2);
    assertThat(nodes(run).get("fetch").path("status").asString()).isEqualTo("succeeded");
  }

  @Test
  void a_failure_ends_the_run_and_is_told_at_its_node() {
    String path =
        created(
            List.of(START, call("fetch", "broken", ""), set("keep", "1")),
            "start.main>fetch",
            "fetch.main>keep");

    Answer run = ended(test(path, "{}"));

    assertThat(run.text("/status")).isEqualTo("failed");
    assertThat(run.text("/error")).isEqualTo("java.lang.IllegalStateException");
    assertThat(run.text("/cause")).isEqualTo("It answered 503.");
    assertThat(nodes(run).get("fetch").path("status").asString()).isEqualTo("failed");
    assertThat(nodes(run).get("fetch").path("cause").asString()).isEqualTo("It answered 503.");
    assertThat(nodes(run).get("keep").path("status").asString()).isEqualTo("skipped");
  }

  @Test
  void a_failure_that_is_drawn_goes_its_way() {
    String path =
        created(
            List.of(
                START,
                call("fetch", "broken", ""),
                set("fine", "1"),
                set("sorry", "\"{% $fetch.cause %}\"")),
            "start.main>fetch",
            "fetch.main>fine",
            "fetch.failure>sorry");

    Answer run = ended(test(path, "{}"));

    assertThat(run.text("/status")).as(run.body().toPrettyString()).isEqualTo("succeeded");
    assertThat(nodes(run).get("fetch").path("status").asString()).isEqualTo("failed");
    assertThat(nodes(run).get("fetch").path("port").asString()).isEqualTo("failure");
    assertThat(nodes(run).get("sorry").at("/input/failed").asBoolean()).isTrue();
    assertThat(nodes(run).get("fine").path("status").asString()).isEqualTo("skipped");
  }

  @Test
  void an_expression_that_fails_goes_the_drawn_way_too() {
    String path =
        created(
            List.of(
                START,
                set("number1", "\"{% $number($trigger.text) %}\""),
                set("fine", "1"),
                set("sorry", "2")),
            "start.main>number1",
            "number1.main>fine",
            "number1.failure>sorry");

    Answer run = ended(test(path, "{\"input\": {\"text\": \"x\"}}"));

    JsonNode parse = nodes(run).get("number1");
    assertThat(parse.path("status").asString()).isEqualTo("failed");
    assertThat(parse.path("error").asString()).isEqualTo("States.QueryEvaluationError");
    assertThat(parse.has("endedAt")).isTrue();
    assertThat(nodes(run).get("sorry").at("/input/failed").asBoolean()).isTrue();
    assertThat(nodes(run).get("sorry").at("/input/node").asString()).isEqualTo("number1");
  }

  @Test
  void a_stop_that_fails_tells_its_error_at_its_node() {
    String stop =
        node(
            "halt",
            "stop@1",
            "{\"outcome\": \"fail\", \"error\": \"My.Error\", \"message\": \"Because.\"}");
    String path = created(List.of(START, stop), "start.main>halt");

    Answer run = ended(test(path, "{}"));

    assertThat(run.text("/error")).isEqualTo("My.Error");
    assertThat(nodes(run).get("halt").path("status").asString()).isEqualTo("failed");
    assertThat(nodes(run).get("halt").path("error").asString()).isEqualTo("My.Error");
    assertThat(nodes(run).get("halt").path("cause").asString()).isEqualTo("Because.");
  }

  @Test
  void a_disabled_node_is_skipped_and_passes_its_input_on() {
    String path =
        created(
            List.of(START, call("fetch", "fine", ", \"disabled\": true"), set("keep", "1")),
            "start.main>fetch",
            "fetch.main>keep");

    Answer run = ended(test(path, "{\"input\": {\"n\": 3}}"));

    assertThat(nodes(run).get("fetch").path("status").asString()).isEqualTo("skipped");
    assertThat(nodes(run).get("keep").path("input")).hasToString("{\"n\":3}");
  }

  @Test
  void a_workflow_that_answers_its_caller_can_be_tried_out_as_well() {
    String hook =
        node(
            "ticket",
            "webhook@1",
            "{\"path\": \"t\", \"method\": \"POST\", \"respond\": \"answer\","
                + " \"auth\": {\"kind\": \"none\"}}");
    String respond =
        node(
            "answer",
            "respond@1",
            "{\"status\": 200, \"body\": {\"n\": \"{% $fetch.body.n %}\"}, \"headers\": {}}");
    String path =
        created(
            List.of(hook, call("fetch", "fine", ""), respond),
            "ticket.main>fetch",
            "fetch.main>answer");
    assertThat(api.post(path + "/compile", "{}").text("/kind")).isEqualTo("EXPRESS");

    Answer run = ended(test(path, "{\"input\": {\"body\": {\"text\": \"Help\"}}}"));

    assertThat(run.text("/status")).as(run.body().toPrettyString()).isEqualTo("succeeded");
    assertThat(run.body().path("output"))
        .hasToString("{\"respond\":{\"status\":200,\"headers\":{},\"body\":{\"n\":7}}}");
    assertThat(nodes(run).get("answer").at("/output/body/n").asInt()).isEqualTo(7);
    assertThat(nodes(run).get("fetch").at("/output/body/n").asInt()).isEqualTo(7);
    assertThat(nodes(run).get("answer").path("status").asString()).isEqualTo("succeeded");
    assertThat(nodes(run).get("ticket").at("/output/body/text").asString()).isEqualTo("Help");
    assertThat(api.post(RUNS + run.text("/id") + "/stop", "").status()).isEqualTo(202);
  }

  @Test
  void a_waiting_run_can_be_stopped() {
    String pause =
        node("pause", "wait@1", "{\"duration\": {\"kind\": \"seconds\", \"seconds\": 600}}");
    String path =
        created(List.of(START, pause, set("keep", "1")), "start.main>pause", "pause.main>keep");
    String run = RUNS + test(path, "{}").text("/id");
    Answer waiting = ApiLaptop.until(api, run, now -> nodes(now).containsKey("pause"));
    assertThat(nodes(waiting).get("pause").path("status").asString()).isEqualTo("waiting");

    assertThat(api.post(run + "/stop", "").status()).isEqualTo(202);

    Answer stopped = ApiLaptop.until(api, run, now -> now.text("/status").equals("stopped"));
    assertThat(stopped.text("/error")).isEqualTo("Heddle.Stopped");
    assertThat(stopped.body().has("endedAt")).isTrue();
    assertThat(api.post(run + "/stop", "").status()).isEqualTo(202);
  }

  @Test
  void a_draft_with_errors_does_not_run() {
    Answer created =
        api.post(
            WORKFLOWS,
            GraphDocuments.graph("Broken", List.of(START), List.of("start.main>nowhere")));
    String path = WORKFLOWS + "/" + created.text("/id");

    Answer refused = api.post(path + "/test", "{}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/type")).isEqualTo("urn:heddle:problem:unpublishable");
    assertThat(refused.body().path("issues")).isNotEmpty();
  }

  @Test
  void what_is_not_published_does_not_run_and_says_so() {
    String path = created(List.of(START, set("keep", "1")), "start.main>keep");

    Answer refused = api.post(path + "/runs", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/detail")).contains("isn't published");
  }

  @Test
  void a_trigger_that_is_not_there_is_refused_and_a_large_input_too() {
    String path = created(List.of(START, set("keep", "1")), "start.main>keep");

    assertThat(api.post(path + "/test", "{\"trigger\": \"keep\"}").text("/errors/0/field"))
        .isEqualTo("trigger");
    String large = "{\"input\": \"" + "x".repeat(205_000) + "\"}";
    assertThat(api.post(path + "/test", large).status()).isEqualTo(413);
  }

  @Test
  void a_repeated_start_with_a_key_starts_one_run() {
    String path = created(List.of(START, set("keep", "1")), "start.main>keep");
    Map<String, String> key = Map.of("idempotency-key", "k1");

    Answer first = api.post(path + "/test", key, "{}");
    Answer second = api.post(path + "/test", key, "{}");

    assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    assertThat(api.get("/api/v1/runs").body().path("items")).hasSize(1);
  }

  @Test
  void runs_are_listed_newest_first_by_workflow_and_status() {
    String one = created(List.of(START, set("keep", "1")), "start.main>keep");
    String other = created(List.of(START, call("f", "broken", "")), "start.main>f");
    Answer first = ended(test(one, "{}"));
    Answer second = ended(test(other, "{}"));

    Answer all = api.get("/api/v1/runs?limit=1");
    assertThat(all.text("/items/0/id")).isEqualTo(second.text("/id"));
    assertThat(all.body().at("/items/0").has("input")).isFalse();
    Answer next = api.get("/api/v1/runs?limit=1&cursor=" + all.text("/nextCursor"));
    assertThat(next.text("/items/0/id")).isEqualTo(first.text("/id"));
    assertThat(api.get("/api/v1/runs?status=failed").body().path("items")).hasSize(1);
    assertThat(api.get("/api/v1/runs?status=nonsense").status()).isEqualTo(422);
    String workflow = one.substring(WORKFLOWS.length() + 1);
    assertThat(api.get("/api/v1/runs?workflow=" + workflow).text("/items/0/id"))
        .isEqualTo(first.text("/id"));
  }

  @Test
  void another_tenant_finds_no_run() {
    String path = created(List.of(START, set("keep", "1")), "start.main>keep");
    String run = RUNS + test(path, "{}").text("/id");
    RouteClient stranger = ApiLaptop.someone();

    assertThat(stranger.get(run).status()).isEqualTo(404);
    assertThat(stranger.post(run + "/stop", "").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/test", "{}").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/runs", "{}").status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/runs").body().path("items")).isEmpty();
  }
}
