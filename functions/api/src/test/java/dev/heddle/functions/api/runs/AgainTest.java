package dev.heddle.functions.api.runs;

import static dev.heddle.functions.api.runs.RunsWorld.START;
import static dev.heddle.functions.api.runs.RunsWorld.call;
import static dev.heddle.functions.api.runs.RunsWorld.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.ApiLaptop;
import dev.heddle.functions.api.GraphDocuments;
import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Runs that are taken up again, or go on from a node as new ones. */
class AgainTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  private final RunsWorld world = new RunsWorld();

  private String flow() {
    return world.created(
        "{}",
        List.of(
            START,
            set("first", "\"{% $trigger.n %}\"", ""),
            call("fetch", "https://a/{{ $first.v }}/broken", ""),
            set("after", "\"{% $fetch.body.url %}\"", "")),
        "start.main>first",
        "first.main>fetch",
        "fetch.main>after");
  }

  private static String run(Answer run, String what) {
    return "/api/v1/runs/" + run.text("/id") + "/" + what;
  }

  private static JsonNode shaky() {
    if (CALLS.incrementAndGet() == 1) {
      throw new IllegalStateException("Not yet.");
    }
    return WireJson.MAPPER.readTree(
        "{\"output\": {\"status\": 200, \"body\": {\"url\": \"x\"}}, \"port\": \"main\"}");
  }

  @Test
  void a_failed_run_goes_on_where_it_failed() {
    LocalCloud.function("test-HttpRequestNode", _ -> shaky());
    Answer failed = world.ended(world.start("test", flow(), "{\"n\": 5}"));
    assertThat(failed.text("/status")).isEqualTo("failed");

    Answer again = world.api.post(run(failed, "redrive"), "{}");

    assertThat(again.status()).as(again.body().toPrettyString()).isEqualTo(202);
    assertThat(again.text("/status")).isEqualTo("running");
    Answer ended = world.ended(failed);
    assertThat(ended.text("/status")).as(ended.body().toPrettyString()).isEqualTo("succeeded");
    assertThat(ended.body().path("output")).hasToString("{\"v\":\"x\"}");
    JsonNode fetch = RunsWorld.byId(ended.body().path("nodes")).get("fetch");
    assertThat(fetch.path("status").asString()).isEqualTo("succeeded");
    assertThat(ended.body().has("error")).isFalse();
  }

  @Test
  void only_a_run_that_ended_badly_can_be_redriven() {
    String fine = world.created("{}", List.of(START, set("v1", "1", "")), "start.main>v1");
    Answer succeeded = world.ended(world.start("test", fine, "{}"));
    String waits =
        world.created(
            "{}",
            List.of(
                START,
                GraphDocuments.node(
                    "pause",
                    "wait@1",
                    "{\"duration\": {\"kind\": \"seconds\", \"seconds\": 600}}")),
            "start.main>pause");
    Answer waiting = world.start("test", waits, "{}");

    assertThat(world.api.post(run(succeeded, "redrive"), "{}").status()).isEqualTo(409);
    assertThat(world.api.post(run(waiting, "redrive"), "{}").status()).isEqualTo(409);
    assertThat(world.api.post(run(waiting, "fork"), "{\"from\": \"pause\"}").status())
        .isEqualTo(409);
    assertThat(ApiLaptop.someone().post(run(succeeded, "redrive"), "{}").status()).isEqualTo(404);
    assertThat(ApiLaptop.someone().post(run(succeeded, "fork"), "{\"from\": \"v1\"}").status())
        .isEqualTo(404);
    assertThat(RouteClient.anyone(ApiLaptop.cloud()).post(run(succeeded, "redrive"), "{}").status())
        .isEqualTo(401);
    world.api.post(run(waiting, "stop"), "{}");
  }

  @Test
  void a_fork_goes_on_from_a_node_of_the_draft_as_it_is_now() {
    String workflow = flow();
    Answer failed = world.ended(world.start("test", workflow, "{\"n\": 5}"));
    assertThat(failed.text("/status")).isEqualTo("failed");
    JsonNode draft = world.api.get("/api/v1/workflows/" + workflow).body().path("graph");
    String mended =
        draft
            .toString()
            .replace("/broken", "/fine")
            .replace("{% $trigger.n %}", "{% $trigger.n * 1000 %}");
    Answer saved =
        world.api.put(
            "/api/v1/workflows/" + workflow,
            java.util.Map.of("if-match", "*"),
            "{\"graph\": " + mended + "}");
    assertThat(saved.status()).isEqualTo(200);

    Answer fork = world.api.post(run(failed, "fork"), "{\"from\": \"fetch\"}");

    assertThat(fork.status()).as(fork.body().toPrettyString()).isEqualTo(201);
    assertThat(fork.text("/id")).isNotEqualTo(failed.text("/id"));
    Answer ended = world.ended(fork);
    assertThat(ended.text("/status")).as(ended.body().toPrettyString()).isEqualTo("succeeded");
    assertThat(ended.body().path("output")).hasToString("{\"v\":\"https://a/5/fine\"}");
    assertThat(ended.body().path("input")).hasToString("{\"n\":5}");
    assertThat(RunsWorld.byId(ended.body().path("nodes")).get("fetch").path("status").asString())
        .isEqualTo("succeeded");
  }

  @Test
  void a_fork_begins_at_a_node_that_is_there() {
    String workflow = world.created("{}", List.of(START, set("v1", "1", "")), "start.main>v1");
    Answer ended = world.ended(world.start("test", workflow, "{}"));

    assertThat(world.api.post(run(ended, "fork"), "{\"from\": \"nobody\"}").status())
        .isEqualTo(422);
    assertThat(world.api.post(run(ended, "fork"), "{}").status()).isEqualTo(422);
  }
}
