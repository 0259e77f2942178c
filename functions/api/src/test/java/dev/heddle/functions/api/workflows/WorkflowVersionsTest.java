package dev.heddle.functions.api.workflows;

import static dev.heddle.functions.api.GraphDocuments.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.ApiLaptop;
import dev.heddle.functions.api.GraphDocuments;
import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

class WorkflowVersionsTest {
  private static final String WORKFLOWS = "/api/v1/workflows";

  private final AwsDeployment cloud = ApiLaptop.cloud();
  private final RouteClient api = ApiLaptop.someone();

  private static String says(String text) {
    return GraphDocuments.graph(
        "Says " + text,
        List.of(
            node("start", "manual@1", "{}"),
            node(
                "say",
                "set@1",
                "{\"keep\": false, \"fields\": [{\"name\": \"v\", \"value\": \"%s\"}]}"
                    .formatted(text))),
        List.of("start.main>say"));
  }

  private static String triggered(String trigger) {
    return GraphDocuments.graph(
        "Hooked",
        List.of(
            trigger,
            node("say", "set@1", "{\"keep\": false, \"fields\": [{\"name\":\"v\",\"value\":1}]}")),
        List.of("start.main>say"));
  }

  private static String webhook(String path) {
    return triggered(
        node(
            "start",
            "webhook@1",
            "{\"path\": \"%s\", \"method\": \"POST\", \"respond\": \"at-once\",".formatted(path)
                + " \"auth\": {\"kind\": \"none\"}}"));
  }

  private static String scheduled(String schedule) {
    return triggered(
        node(
            "start",
            "schedule@1",
            "{\"schedule\": %s, \"timeZone\": \"UTC\"}".formatted(schedule)));
  }

  private String created(String graph) {
    Answer created = api.post(WORKFLOWS, graph);
    assertThat(created.body().path("issues").toString()).doesNotContain("ERROR");
    return WORKFLOWS + "/" + created.text("/id");
  }

  private void save(String path, String graph) {
    assertThat(api.put(path, Map.of("if-match", "*"), graph).status()).isEqualTo(200);
  }

  private Answer published(String path) {
    Answer published = api.post(path + "/publish", "{\"note\": \"As agreed.\"}");
    assertThat(published.status()).as(published.body().toPrettyString()).isEqualTo(200);
    return published;
  }

  private String said(String path) {
    Answer started = api.post(path + "/runs", "{}");
    assertThat(started.status()).isEqualTo(201);
    return ApiLaptop.until(
            api,
            "/api/v1/runs/" + started.text("/id"),
            run -> run.text("/status").equals("succeeded"))
        .text("/output/v");
  }

  private List<String> timers(String path) {
    String workflow = path.substring(WORKFLOWS.length() + 1);
    return cloud
        .clients()
        .scheduler
        .get()
        .listSchedules(r -> r.namePrefix(workflow))
        .schedules()
        .stream()
        .map(ScheduleSummary::name)
        .map(name -> name.substring(workflow.length() + 1))
        .toList();
  }

  @Test
  void publishing_makes_an_immutable_version_that_runs() {
    String path = created(says("one"));

    Answer version = published(path);
    assertThat(version.body().path("version").asInt()).isOne();
    assertThat(version.text("/note")).isEqualTo("As agreed.");
    assertThat(version.text("/publishedBy")).startsWith("usr_");
    assertThat(version.body().path("current").asBoolean()).isTrue();
    assertThat(version.text("/kind")).isEqualTo("STANDARD");
    assertThat(version.text("/kindReason")).isNotBlank();

    assertThat(said(path)).isEqualTo("one");
    assertThat(api.get(path).body().path("publishedVersion").asInt()).isOne();
    assertThat(api.get(path).body().path("draftPublished").asBoolean()).isTrue();
    assertThat(api.get(WORKFLOWS).body().at("/items/0/publishedVersion").asInt()).isOne();
  }

  @Test
  void a_draft_changes_nothing_until_it_is_published() {
    String path = created(says("one"));
    published(path);
    save(path, says("two"));

    assertThat(said(path)).isEqualTo("one");
    assertThat(api.get(path).body().path("draftPublished").asBoolean()).isFalse();

    assertThat(published(path).body().path("version").asInt()).isEqualTo(2);
    assertThat(said(path)).isEqualTo("two");
  }

  @Test
  void publishing_the_same_draft_again_makes_no_second_version() {
    String path = created(says("one"));
    published(path);

    assertThat(published(path).body().path("version").asInt()).isOne();
    assertThat(api.get(path + "/versions").body().path("items")).hasSize(1);
  }

  @Test
  void versions_are_listed_newest_first_and_show_their_drawings() {
    String path = created(says("one"));
    published(path);
    save(path, says("two"));
    published(path);

    Answer page = api.get(path + "/versions?limit=1");
    assertThat(page.body().at("/items/0/version").asInt()).isEqualTo(2);
    assertThat(page.body().at("/items/0/current").asBoolean()).isTrue();
    Answer next = api.get(path + "/versions?limit=1&cursor=" + page.text("/nextCursor"));
    assertThat(next.body().at("/items/0/version").asInt()).isOne();
    assertThat(next.body().at("/items/0/current").asBoolean()).isFalse();

    Answer first = api.get(path + "/versions/1");
    assertThat(first.text("/graph/name")).isEqualTo("Says one");
    assertThat(first.text("/note")).isEqualTo("As agreed.");
    assertThat(api.get(path + "/versions/3").status()).isEqualTo(404);
    assertThat(api.get(path + "/versions/x").status()).isEqualTo(422);
  }

  @Test
  void an_earlier_version_can_be_restored_with_or_without_its_drawing() {
    String path = created(says("one"));
    published(path);
    save(path, says("two"));
    published(path);

    Answer restored = api.post(path + "/versions/1/restore", "{}");
    assertThat(restored.status()).isEqualTo(200);
    assertThat(restored.body().path("current").asBoolean()).isTrue();
    assertThat(said(path)).isEqualTo("one");
    assertThat(api.get(path).text("/name")).isEqualTo("Says two");
    assertThat(api.get(path).body().path("draftPublished").asBoolean()).isFalse();

    api.post(path + "/versions/1/restore", "{\"draft\": true}");
    assertThat(api.get(path).text("/name")).isEqualTo("Says one");
    assertThat(api.get(path).body().path("draftPublished").asBoolean()).isTrue();
    assertThat(api.post(path + "/versions/9/restore", "{}").status()).isEqualTo(404);
  }

  @Test
  void errors_keep_a_draft_from_being_published_and_all_are_told() {
    Answer created =
        api.post(
            WORKFLOWS, GraphDocuments.graph("Broken", List.of(), List.of("start.main>nowhere")));
    String path = WORKFLOWS + "/" + created.text("/id");

    Answer refused = api.post(path + "/publish", "{}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/type")).isEqualTo("urn:heddle:problem:unpublishable");
    assertThat(refused.body().path("issues").size())
        .isEqualTo(created.body().path("issues").size())
        .isPositive();
    assertThat(api.get(path + "/versions").body().path("items")).isEmpty();
  }

  @Test
  void a_webhook_path_leads_to_one_published_workflow() {
    String first = created(webhook("orders"));
    String second = created(webhook("orders"));
    published(first);

    Answer refused = api.post(second + "/publish", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/detail")).contains("orders").contains("Hooked");

    api.delete(first);
    assertThat(api.post(second + "/publish", "{}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "\"main\""})
  void a_webhook_that_is_switched_off_leaves_its_path_to_others(String disabled) {
    published(created(webhook("orders")));

    String second = created(switchedOff(disabled));

    assertThat(published(second).body().path("version").asInt()).isOne();
    assertThat(timers(second)).isEmpty();
  }

  /** Starts by hand, with a webhook at a taken path and a schedule that no clock takes. */
  private static String switchedOff(String disabled) {
    String off = ", \"disabled\": " + disabled;
    return GraphDocuments.graph(
        "Off",
        List.of(
            node("start", "manual@1", "{}"),
            node("hook", "webhook@1", "{\"path\": \"orders\"}", off),
            node(
                "clock",
                "schedule@1",
                "{\"schedule\": {\"kind\": \"cron\", \"expression\": \"at noon\"}}",
                off),
            node("say", "set@1", "{\"keep\": false, \"fields\": [{\"name\":\"v\",\"value\":1}]}")),
        List.of("start.main>say", "hook.main>say", "clock.main>say"));
  }

  @Test
  void a_path_is_given_up_when_its_webhook_is_switched_off() {
    String first = created(webhook("orders"));
    String second = created(webhook("orders"));
    published(first);

    save(first, switchedOff("true"));
    assertThat(api.post(second + "/publish", "{}").status()).isEqualTo(409);
    published(first);

    assertThat(api.post(second + "/publish", "{}").status()).isEqualTo(200);
    Answer refused = api.post(first + "/versions/1/restore", "{\"draft\": true}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/detail")).contains("orders").contains("Hooked");
    assertThat(api.get(first).text("/name")).isEqualTo("Off");
  }

  @Test
  void a_schedule_that_is_refused_leaves_the_published_version_as_it_is() {
    String path = created(scheduled("{\"kind\": \"rate\", \"every\": 1, \"unit\": \"hours\"}"));
    published(path);
    save(path, scheduled("{\"kind\": \"cron\", \"expression\": \"at noon\"}"));

    assertThat(api.post(path + "/publish", "{}").status()).isEqualTo(422);

    assertThat(api.get(path).body().path("publishedVersion").asInt()).isOne();
    assertThat(api.get(path + "/versions").body().path("items")).hasSize(1);
    assertThat(timers(path)).containsExactly("start");
  }

  @Test
  void timers_stand_for_what_is_published() {
    String path = created(scheduled("{\"kind\": \"rate\", \"every\": 1, \"unit\": \"hours\"}"));
    assertThat(timers(path)).isEmpty();

    published(path);
    assertThat(timers(path)).containsExactly("start");

    save(path, says("no timer"));
    assertThat(timers(path)).containsExactly("start");
    published(path);
    assertThat(timers(path)).isEmpty();

    api.post(path + "/versions/1/restore", "{}");
    assertThat(timers(path)).containsExactly("start");
    api.delete(path);
    assertThat(timers(path)).isEmpty();
  }

  @Test
  void a_schedule_the_clock_would_refuse_is_an_issue() {
    Answer created =
        api.post(WORKFLOWS, scheduled("{\"kind\": \"cron\", \"expression\": \"at noon\"}"));

    assertThat(created.text("/issues/0/node")).isEqualTo("start");
    assertThat(created.text("/issues/0/field")).isEqualTo("schedule.expression");
    String path = WORKFLOWS + "/" + created.text("/id");
    assertThat(api.post(path + "/publish", "{}").status()).isEqualTo(422);
    assertThat(api.post(path + "/validate", "{}").body().path("valid").asBoolean()).isFalse();
  }

  @Test
  void a_deleted_workflow_is_gone_with_its_machines() {
    String path = created(says("one"));
    published(path);
    String workflow = path.substring(WORKFLOWS.length() + 1);

    assertThat(api.delete(path).status()).isEqualTo(204);

    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.delete(path).status()).isEqualTo(404);
    assertThat(api.get(WORKFLOWS).body().path("items")).isEmpty();
    assertThat(
            cloud
                .clients()
                .stepFunctions
                .get()
                .listStateMachinesPaginator()
                .stateMachines()
                .stream()
                .map(StateMachineListItem::name))
        .noneMatch(name -> name.contains(workflow));
  }

  @Test
  void a_run_outlives_its_workflow_in_the_record() {
    String path = created(says("one"));
    Answer started = api.post(path + "/test", "{}");
    String run = "/api/v1/runs/" + started.text("/id");
    ApiLaptop.until(api, run, now -> now.text("/status").equals("succeeded"));
    api.delete(path);

    Answer left = api.get(run);
    assertThat(left.status()).isEqualTo(200);
    assertThat(left.text("/workflowName")).isEqualTo("Says one");
    assertThat(left.body().path("graph").isNull()).isTrue();
    assertThat(left.body().path("nodes")).hasSize(2);
  }

  @Test
  void another_tenant_finds_no_version() {
    String path = created(says("one"));
    published(path);
    RouteClient stranger = ApiLaptop.someone();

    assertThat(stranger.post(path + "/publish", "{}").status()).isEqualTo(404);
    assertThat(stranger.get(path + "/versions").status()).isEqualTo(404);
    assertThat(stranger.get(path + "/versions/1").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/versions/1/restore", "{}").status()).isEqualTo(404);
    assertThat(stranger.delete(path).status()).isEqualTo(404);
  }
}
