package dev.heddle.functions.api.runs;

import static dev.heddle.functions.api.runs.RunsWorld.START;
import static dev.heddle.functions.api.runs.RunsWorld.call;
import static dev.heddle.functions.api.runs.RunsWorld.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.ApiLaptop;
import dev.heddle.functions.api.GraphDocuments;
import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestNodeTest {
  private final RunsWorld world = new RunsWorld();

  private Answer tried(RouteClient by, String workflow, String node, String body) {
    return by.post("/api/v1/workflows/" + workflow + "/nodes/" + node + "/test", body);
  }

  private Answer tried(String workflow, String node, String body) {
    Answer answer = tried(world.api, workflow, node, body);
    assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    return answer;
  }

  private String flow() {
    return world.created(
        "{}",
        List.of(
            START,
            set("first", "\"{% $trigger.n %}\"", ""),
            call("fetch", "https://a/{{ $first.v }}", ", \"onError\": \"continue\""),
            set("after", "\"{% $fetch.body.url %}\"", "")),
        "start.main>first",
        "first.main>fetch",
        "fetch.main>after");
  }

  @Test
  void runs_a_node_with_given_outputs_and_records_nothing() {
    String workflow = flow();

    Answer answer = tried(workflow, "fetch", "{\"outputs\": {\"first\": {\"v\": 7}}}");

    assertThat(answer.text("/status")).as(answer.body().toPrettyString()).isEqualTo("succeeded");
    assertThat(answer.text("/port")).isEqualTo("main");
    assertThat(answer.text("/output/body/url")).isEqualTo("https://a/7");
    assertThat(answer.text("/sent/url")).isEqualTo("https://a/7");
    assertThat(answer.body().path("milliseconds").isIntegralNumber()).isTrue();
    assertThat(world.api.get("/api/v1/runs").body().path("items")).isEmpty();
  }

  @Test
  void takes_what_is_missing_from_pins_and_the_last_run_of_the_draft() {
    String workflow = flow();
    world.ended(world.start("test", workflow, "{\"n\": 5}"));

    assertThat(tried(workflow, "fetch", "{}").text("/output/body/url")).isEqualTo("https://a/5");
    assertThat(tried(workflow, "after", "{}").text("/output/v")).isEqualTo("https://a/5");
    assertThat(tried(workflow, "first", "{\"outputs\": {\"start\": {\"n\": 9}}}").text("/output/v"))
        .isEqualTo("9");
    String pinned =
        world.created(
            "{}",
            List.of(
                START,
                set("first", "1", ", \"pinned\": {\"output\": {\"v\": 8}}"),
                set("second", "\"{% $first.v %}\"", "")),
            "start.main>first",
            "first.main>second");
    assertThat(tried(pinned, "second", "{}").text("/output/v")).isEqualTo("8");
  }

  @Test
  void tells_the_port_and_passes_the_input_on() {
    String workflow =
        world.created(
            "{}",
            List.of(
                START,
                GraphDocuments.node(
                    "which",
                    "switch@1",
                    "{\"cases\": [{\"name\": \"big\", \"condition\": \"{% $trigger.n > 1 %}\"}]}"),
                set("v1", "1", "")),
            "start.main>which",
            "which.big>v1");

    Answer big =
        tried(workflow, "which", "{\"input\": {\"x\": 1}, \"outputs\": {\"start\": {\"n\": 2}}}");
    Answer other = tried(workflow, "which", "{\"outputs\": {\"start\": {\"n\": 0}}}");

    assertThat(big.text("/port")).isEqualTo("big");
    assertThat(big.body().path("output")).hasToString("{\"x\":1}");
    assertThat(other.text("/port")).isEqualTo("default");
  }

  @Test
  void gives_a_node_in_containers_its_item_and_its_loop() {
    String workflow =
        world.created(
            "{}",
            List.of(
                START,
                GraphDocuments.node("each1", "for-each@1", "{\"items\": \"{% $trigger.urls %}\"}"),
                GraphDocuments.node(
                    "loop1",
                    "loop@1",
                    "{\"until\": \"{% $loop.index = 1 %}\"}",
                    ", \"parent\": \"each1\""),
                set(
                    "all",
                    "\"{% $item & '$item ' & $string($index) & $string($loop.index) %}\"",
                    ", \"parent\": \"loop1\"")),
            "start.main>each1");

    Answer answer =
        tried(
            workflow,
            "all",
            "{\"item\": \"a\", \"index\": 3, \"loop\": {\"last\": null, \"index\": 4}}");

    assertThat(answer.text("/output/v")).as(answer.body().toPrettyString()).isEqualTo("a$item 34");
  }

  @Test
  void tells_how_a_node_fails() {
    String workflow =
        world.created(
            "{}", List.of(START, call("fetch", "https://a/broken", "")), "start.main>fetch");

    Answer answer = tried(workflow, "fetch", "{}");

    assertThat(answer.text("/status")).isEqualTo("failed");
    assertThat(answer.text("/cause")).contains("It answered 503.");
  }

  @Test
  void refuses_what_cannot_be_tried() {
    String workflow =
        world.created(
            "{}",
            List.of(
                START,
                GraphDocuments.node("sign", "approval@1", "{\"title\": \"Pay?\"}"),
                set("v1", "1", "")),
            "start.main>sign",
            "sign.approved>v1");

    assertThat(tried(world.api, workflow, "sign", "{}").status()).isEqualTo(409);
    assertThat(tried(world.api, workflow, "start", "{}").status()).isEqualTo(409);
    assertThat(tried(world.api, workflow, "nobody", "{}").status()).isEqualTo(404);
    assertThat(tried(ApiLaptop.someone(), workflow, "v1", "{}").status()).isEqualTo(404);
    assertThat(tried(RouteClient.anyone(ApiLaptop.cloud()), workflow, "v1", "{}").status())
        .isEqualTo(401);
  }
}
