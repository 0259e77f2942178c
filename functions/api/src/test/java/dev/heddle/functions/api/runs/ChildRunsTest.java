package dev.heddle.functions.api.runs;

import static dev.heddle.functions.api.runs.RunsWorld.START;
import static dev.heddle.functions.api.runs.RunsWorld.call;
import static dev.heddle.functions.api.runs.RunsWorld.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.GraphDocuments;
import dev.heddle.functions.api.RouteClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChildRunsTest {
  private static final String CALLED = GraphDocuments.node("called1", "called-trigger@1", "{}");

  private final RunsWorld world = new RunsWorld();

  private static String runs(String id, String workflow, String more) {
    return GraphDocuments.node(
        id, "run-workflow@1", "{\"workflow\": \"" + workflow + "\"" + more + "}");
  }

  private JsonNode newest(String workflow) {
    return world.api.get("/api/v1/runs?workflow=" + workflow).body().at("/items/0");
  }

  @Test
  void are_recorded_with_the_run_that_started_them() {
    String child =
        world.published(
            "{}",
            List.of(CALLED, set("twice", "\"{% $trigger.n * 2 %}\"", "")),
            "called1.main>twice");
    String parent =
        world.created(
            "{}",
            List.of(START, runs("sub", child, ", \"input\": {\"n\": \"{% $trigger.n %}\"}")),
            "start.main>sub");

    Answer run = world.ended(world.start("test", parent, "{\"n\": 21}"));

    assertThat(run.text("/status")).as(run.body().toPrettyString()).isEqualTo("succeeded");
    assertThat(run.body().path("output")).hasToString("{\"v\":42}");
    Answer sub = world.ended(newest(child).path("id").asString());
    assertThat(sub.text("/status")).isEqualTo("succeeded");
    assertThat(sub.body().path("version").asInt()).isOne();
    assertThat(sub.text("/trigger")).isEqualTo("called1");
    assertThat(sub.body().path("parent"))
        .hasToString(
            "{\"run\":\"%s\",\"node\":\"sub\",\"path\":\"\",\"failed\":false}"
                .formatted(run.text("/id")));
    assertThat(RunsWorld.byId(sub.body().path("nodes")).get("twice").at("/output/v").asInt())
        .isEqualTo(42);
  }

  @Test
  void are_of_published_workflows_of_the_same_tenant() {
    String draft = world.created("{}", List.of(CALLED, set("v", "1", "")), "called1.main>v");
    String uncallable = world.published("{}", List.of(START, set("v", "1", "")), "start.main>v");
    RunsWorld other = new RunsWorld();
    String foreign = other.published("{}", List.of(CALLED, set("v", "1", "")), "called1.main>v");

    for (String workflow : List.of(draft, uncallable, foreign, "wf_unknown")) {
      String body =
          GraphDocuments.graph(
              "Flow", List.of(START, runs("sub", workflow, "")), List.of("start.main>sub"));
      Answer refused = world.api.post("/api/v1/workflows", body);

      assertThat(refused.body().path("issues"))
          .singleElement()
          .satisfies(
              issue -> {
                assertThat(issue.path("severity").asString()).isEqualTo("ERROR");
                assertThat(issue.path("node").asString()).isEqualTo("sub");
                assertThat(issue.path("field").asString()).isEqualTo("workflow");
              });
    }
  }

  @Test
  void tell_a_workflow_of_errors_once_and_never_in_circles() {
    String told =
        world.published(
            "{}", List.of(CALLED, call("note", "https://a/broken", "")), "called1.main>note");
    String settings = "{\"errorWorkflow\": \"" + told + "\"}";
    String again =
        world.published(
            settings, List.of(CALLED, call("n", "https://a/broken", "")), "called1.main>n");
    String failing =
        world.created(
            "{\"errorWorkflow\": \"" + again + "\"}",
            List.of(START, call("fetch", "https://a/broken", "")),
            "start.main>fetch");

    Answer run = world.ended(world.start("test", failing, "{}"));
    assertThat(run.text("/status")).isEqualTo("failed");

    Answer error = world.ended(run.text("/id") + "-error");
    assertThat(error.text("/workflow")).isEqualTo(again);
    assertThat(error.text("/status")).isEqualTo("failed");
    assertThat(error.body().at("/parent/failed").asBoolean()).isTrue();
    assertThat(error.text("/parent/run")).isEqualTo(run.text("/id"));
    assertThat(error.text("/parent/node")).isEqualTo("fetch");
    assertThat(error.text("/input/run")).isEqualTo(run.text("/id"));
    assertThat(error.text("/input/workflow/id")).isEqualTo(failing);
    assertThat(error.text("/input/node")).isEqualTo("fetch");
    assertThat(error.text("/input/cause")).contains("It answered 503.");
    assertThat(error.text("/input/startedAt")).isEqualTo(run.text("/startedAt"));
    assertThat(world.api.get("/api/v1/runs?workflow=" + told).body().path("items")).isEmpty();
  }

  @Test
  void tell_of_no_run_that_was_stopped() {
    String told = world.published("{}", List.of(CALLED, set("v", "1", "")), "called1.main>v");
    String waiting =
        world.created(
            "{\"errorWorkflow\": \"" + told + "\"}",
            List.of(
                START,
                GraphDocuments.node(
                    "pause",
                    "wait@1",
                    "{\"duration\": {\"kind\": \"seconds\", \"seconds\": 600}}")),
            "start.main>pause");
    Answer started = world.start("test", waiting, "{}");
    world.api.post("/api/v1/runs/" + started.text("/id") + "/stop", "{}");

    assertThat(world.ended(started).text("/status")).isEqualTo("stopped");
    assertThat(world.api.get("/api/v1/runs/" + started.text("/id") + "-error").status())
        .isEqualTo(404);
  }
}
