package dev.heddle.functions.api.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.SecureIds;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftsTest {
  private static final String WORKFLOWS = "/api/v1/workflows";
  private static final String GRAPH =
      """
      {"graph": {"schemaVersion": 1, "name": "%s", "description": "Says hello.",
        "nodes": [
          {"id": "start", "type": "manual@1", "name": "Start", "position": {"x": 0, "y": 0},
           "config": {}},
          {"id": "hello", "type": "set@1", "name": "Hello", "position": {"x": 300, "y": 0},
           "config": {"keep": false, "fields": [{"name": "text", "value": "hello"}]}}],
        "edges": [{"id": "e1", "source": "start", "port": "main", "target": "hello"}],
        "notes": [], "groups": []}}
      """;

  private final AwsDeployment cloud = LocalCloud.cloud();
  private final RouteClient api = RouteClient.member(cloud, new SecureIds().next("ten"), "USER");
  private final RouteClient stranger =
      RouteClient.member(cloud, new SecureIds().next("ten"), "OWNER");

  private Answer created(String name) {
    return api.post(WORKFLOWS, GRAPH.formatted(name));
  }

  private String id(String name) {
    return created(name).text("/id");
  }

  @Test
  void a_new_workflow_can_be_read() {
    Answer created = created("Greeting");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("/id")).matches("wf_[a-z2-7]{20}");
    assertThat(created.text("/name")).isEqualTo("Greeting");
    assertThat(created.text("/description")).isEqualTo("Says hello.");
    assertThat(created.body().path("revision").asInt()).isOne();
    assertThat(created.body().path("draftPublished").asBoolean()).isFalse();
    assertThat(created.body().path("issues")).isEmpty();
    assertThat(created.body().has("publishedVersion")).isFalse();

    Answer read = api.get(WORKFLOWS + "/" + created.text("/id"));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(created.body());
    assertThat(read.headers()).containsEntry("etag", "\"1\"");
  }

  @Test
  void a_repeated_call_with_a_key_creates_one_workflow() {
    Map<String, String> key = Map.of("idempotency-key", "once");
    Answer first = api.post(WORKFLOWS, key, GRAPH.formatted("Once"));
    Answer second = api.post(WORKFLOWS, key, GRAPH.formatted("Once"));

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    assertThat(api.get(WORKFLOWS).body().path("items")).hasSize(1);
    assertThat(api.post(WORKFLOWS, key, GRAPH.formatted("Other")).status()).isEqualTo(422);
  }

  @Test
  void a_draft_may_have_issues_and_says_which() {
    Answer created =
        api.post(WORKFLOWS, "{\"graph\": {\"schemaVersion\": 1, \"name\": \"\", \"nodes\": 1}}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("/name")).isEqualTo("Untitled");
    assertThat(created.body().path("issues")).isNotEmpty();
    assertThat(created.text("/issues/0/severity")).isEqualTo("ERROR");
  }

  @Test
  void what_is_no_drawing_at_all_is_refused() {
    assertThat(api.post(WORKFLOWS, "{\"graph\": []}").text("/errors/0/field")).isEqualTo("graph");
    assertThat(api.post(WORKFLOWS, "{}").status()).isEqualTo(422);
    assertThat(api.post(WORKFLOWS, "{\"graph\": {\"name\": \"%s\"}}".formatted("x".repeat(300))))
        .extracting(Answer::status)
        .isEqualTo(422);
    assertThat(RouteClient.anyone(cloud).post(WORKFLOWS, GRAPH.formatted("x")).status())
        .isEqualTo(401);
  }

  @Test
  void lists_the_last_changed_first_in_pages() {
    String older = id("Older");
    String newer = id("Newer");
    api.put(WORKFLOWS + "/" + older, Map.of("if-match", "\"1\""), GRAPH.formatted("Changed"));

    Answer first = api.get(WORKFLOWS + "?limit=1");
    assertThat(first.text("/items/0/name")).isEqualTo("Changed");
    assertThat(first.text("/items/0/triggers/0")).isEqualTo("manual@1");
    assertThat(first.body().at("/items/0").has("graph")).isFalse();

    Answer second = api.get(WORKFLOWS + "?limit=1&cursor=" + first.text("/nextCursor"));
    assertThat(second.text("/items/0/id")).isEqualTo(newer);
    assertThat(api.get(WORKFLOWS + "?limit=0").status()).isEqualTo(422);
    assertThat(stranger.get(WORKFLOWS).body().path("items")).isEmpty();
  }

  @Test
  void a_draft_is_saved_by_whoever_has_seen_the_last_one() {
    String path = WORKFLOWS + "/" + id("First");
    Map<String, String> seen = Map.of("if-match", "\"1\"");

    Answer saved = api.put(path, seen, GRAPH.formatted("Second"));
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.headers()).containsEntry("etag", "\"2\"");
    assertThat(saved.text("/name")).isEqualTo("Second");

    Answer late = api.put(path, seen, GRAPH.formatted("Third"));
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.text("/type")).isEqualTo("urn:heddle:problem:precondition-failed");
    assertThat(api.put(path, Map.of(), GRAPH.formatted("Third")).status()).isEqualTo(428);
    assertThat(api.get(path).text("/name")).isEqualTo("Second");
  }

  @Test
  void a_star_saves_over_whatever_is_there() {
    String path = WORKFLOWS + "/" + id("First");

    assertThat(api.put(path, Map.of("if-match", "*"), GRAPH.formatted("Second")).status())
        .isEqualTo(200);
  }

  @Test
  void says_what_is_wrong_with_a_drawing_without_saving_it() {
    String path = WORKFLOWS + "/" + id("Fine");

    assertThat(api.post(path + "/validate", "").body().path("valid").asBoolean()).isTrue();
    Answer wrong = api.post(path + "/validate", "{\"graph\": {\"schemaVersion\": 1}}");
    assertThat(wrong.body().path("valid").asBoolean()).isFalse();
    assertThat(wrong.body().path("issues")).isNotEmpty();
    assertThat(api.get(path).body().path("revision").asInt()).isOne();
  }

  @Test
  void shows_what_a_drawing_becomes() {
    String path = WORKFLOWS + "/" + id("Fine") + "/compile";

    Answer compiled = api.post(path, "{}");
    assertThat(compiled.status()).isEqualTo(200);
    assertThat(compiled.text("/definition/QueryLanguage")).isEqualTo("JSONata");
    assertThat(compiled.text("/kind")).isEqualTo("STANDARD");
    assertThat(compiled.text("/kindReason")).isNotBlank();
    assertThat(compiled.body().at("/sourceMap/states/Hello/node").asString()).isEqualTo("hello");
    assertThat(compiled.body().path("explanation").isArray()).isTrue();

    Answer refused = api.post(path, "{\"graph\": {\"schemaVersion\": 1}}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("issues")).isNotEmpty();
  }

  @Test
  void another_tenant_finds_nothing() {
    String path = WORKFLOWS + "/" + id("Secret");

    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.put(path, Map.of("if-match", "\"1\""), GRAPH.formatted("x")).status())
        .isEqualTo(404);
    assertThat(stranger.delete(path).status()).isEqualTo(404);
    assertThat(stranger.post(path + "/validate", "").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/compile", "").status()).isEqualTo(404);
    assertThat(api.get(path).status()).isEqualTo(200);
  }
}
