package dev.heddle.functions.api.runs;

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
import tools.jackson.databind.JsonNode;

/** Workflows of someone, drawn, published and run as on a laptop. */
final class RunsWorld {
  static final String START = GraphDocuments.node("start", "manual@1", "{}");
  private static final String WORKFLOWS = "/api/v1/workflows";

  final RouteClient api = ApiLaptop.someone();

  RunsWorld() {
    LocalCloud.function("test-HttpRequestNode", RunsWorld::http);
  }

  /** Answers with what it was asked for, and fails for {@code …/broken}. */
  private static JsonNode http(JsonNode call) {
    String url = call.at("/config/url").asString();
    if (url.endsWith("broken")) {
      throw new IllegalStateException("It answered 503.");
    }
    return WireJson.MAPPER.readTree(
        "{\"output\": {\"status\": 200, \"headers\": {}, \"body\": {\"url\": \"%s\"}},"
                .formatted(url)
            + " \"port\": \"main\", \"usage\": null}");
  }

  /** A call of an address. */
  static String call(String id, String url, String more) {
    String config =
        "{\"method\": \"GET\", \"url\": \"%s\", \"body\": {\"kind\": \"none\"},"
            + " \"auth\": {\"kind\": \"none\"}}";
    return GraphDocuments.node(id, "http-request@1", config.formatted(url), more);
  }

  static String set(String id, String value, String more) {
    String config = "{\"keep\": false, \"fields\": [{\"name\": \"v\", \"value\": %s}]}";
    return GraphDocuments.node(id, "set@1", config.formatted(value), more);
  }

  /** Saves a drawing without errors; says its workflow's id. */
  String created(String settings, List<String> nodes, String... edges) {
    String graph = GraphDocuments.graph("Flow", nodes, List.of(edges));
    String body = graph.replace("\"notes\"", "\"settings\": " + settings + ", \"notes\"");
    Answer created = api.post(WORKFLOWS, body);
    assertThat(created.body().path("issues").toString()).doesNotContain("ERROR");
    return created.text("/id");
  }

  String published(String settings, List<String> nodes, String... edges) {
    String id = created(settings, nodes, edges);
    Answer version = api.post(WORKFLOWS + "/" + id + "/publish", "{}");
    assertThat(version.status()).as(version.body().toPrettyString()).isEqualTo(200);
    return id;
  }

  Answer start(String how, String workflow, String input) {
    Answer started = api.post(WORKFLOWS + "/" + workflow + "/" + how, "{\"input\": " + input + "}");
    assertThat(started.status()).as(started.body().toPrettyString()).isEqualTo(201);
    return started;
  }

  Answer ended(Answer started) {
    return ended(started.text("/id"));
  }

  Answer ended(String run) {
    return ApiLaptop.until(
        api,
        "/api/v1/runs/" + run,
        found -> found.status() == 200 && !found.text("/status").equals("running"));
  }

  /** The nodes of a run, or of one of its iterations. */
  Map<String, JsonNode> nodes(Answer run, String path) {
    Answer answer = api.get("/api/v1/runs/" + run.text("/id") + "/nodes?path=" + path);
    assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    return byId(answer.body().path("items"));
  }

  static Map<String, JsonNode> byId(JsonNode nodes) {
    Map<String, JsonNode> byId = new HashMap<>();
    nodes.forEach(node -> byId.put(node.path("node").asString(), node));
    return byId;
  }
}
