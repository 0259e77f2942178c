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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class IterationViewTest {
  private static final String IN_EACH = ", \"parent\": \"each1\"";

  private final RunsWorld world = new RunsWorld();

  private static String each(String more) {
    return GraphDocuments.node(
        "each1", "for-each@1", "{\"items\": \"{% $trigger.urls %}\"" + more + "}");
  }

  private Answer ran(String input, List<String> nodes, String... edges) {
    return world.ended(world.start("test", world.created("{}", nodes, edges), input));
  }

  private static void assertCounts(JsonNode node, int count, int failed) {
    assertThat(node.path("iterations"))
        .as(node.toPrettyString())
        .hasToString("{\"count\":%d,\"failed\":%d}".formatted(count, failed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"atOnce\": 41", ", \"batch\": 2"})
  void of_a_for_each_are_told_apart(String kind) {
    Answer run =
        ran(
            "{\"urls\": [\"https://a/0\", \"https://a/broken\", \"https://a/2\"]}",
            List.of(
                START,
                each(kind + ", \"onItemError\": \"keep\""),
                set("named", "\"{% $index %}\"", IN_EACH),
                call("fetch", "{{ $item }}", IN_EACH)),
            "start.main>each1",
            "named.main>fetch");

    assertThat(run.text("/status")).as(run.body().toPrettyString()).isEqualTo("succeeded");
    Answer whole =
        ApiLaptop.until(
            world.api,
            "/api/v1/runs/" + run.text("/id"),
            found ->
                RunsWorld.byId(found.body().path("nodes"))
                        .get("fetch")
                        .at("/iterations/count")
                        .asInt()
                    == 3);
    Map<String, JsonNode> nodes = RunsWorld.byId(whole.body().path("nodes"));
    assertThat(nodes.get("each1").has("iterations")).isFalse();
    assertCounts(nodes.get("fetch"), 3, 1);
    assertCounts(nodes.get("named"), 3, 0);
    assertThat(nodes.get("fetch").path("path").asString()).isEqualTo("each1[1]");
    assertThat(nodes.get("fetch").path("status").asString()).isEqualTo("failed");
    assertThat(nodes.get("named").path("path").asString()).isEqualTo("each1[1]");

    Map<String, JsonNode> third = world.nodes(run, "each1[2]");
    assertThat(third.keySet()).containsExactlyInAnyOrder("fetch", "named");
    assertThat(third.get("fetch").path("status").asString()).isEqualTo("succeeded");
    assertThat(third.get("fetch").at("/output/body/url").asString()).isEqualTo("https://a/2");
    assertThat(third.get("named").at("/output/v").asInt()).isEqualTo(2);
    assertThat(third.get("fetch").has("iterations")).isFalse();
  }

  @Test
  void of_loops_in_a_for_each_are_told_apart() {
    Answer run =
        ran(
            "{\"urls\": [\"https://a/0\", \"https://a/1\"]}",
            List.of(
                START,
                each(""),
                GraphDocuments.node(
                    "loop1", "loop@1", "{\"until\": \"{% $loop.index = $index + 1 %}\"}", IN_EACH),
                call("fetch", "{{ $item }}/{{ $loop.index }}", ", \"parent\": \"loop1\"")),
            "start.main>each1");

    assertThat(run.text("/status")).as(run.body().toPrettyString()).isEqualTo("succeeded");
    assertCounts(RunsWorld.byId(run.body().path("nodes")).get("fetch"), 5, 0);
    assertCounts(RunsWorld.byId(run.body().path("nodes")).get("loop1"), 2, 0);
    Map<String, JsonNode> second = world.nodes(run, "each1[1]");
    assertCounts(second.get("fetch"), 3, 0);
    assertThat(second.get("loop1").at("/output/count").asInt()).isEqualTo(3);
    assertThat(second.get("loop1").has("iterations")).isFalse();
    JsonNode last = world.nodes(run, "each1[1].loop1[2]").get("fetch");
    assertThat(last.at("/output/body/url").asString()).isEqualTo("https://a/1/2");
    assertThat(world.nodes(run, "each1[0].loop1[2]").get("fetch").path("status").asString())
        .isEqualTo("skipped");
  }

  @Test
  void are_kept_to_a_hundred_of_a_node_and_counted_all() {
    Answer run =
        ran(
            "{}",
            List.of(
                START,
                GraphDocuments.node(
                    "loop1", "loop@1", "{\"until\": \"{% false %}\", \"max\": 120}"),
                set("times", "\"{% $loop.index %}\"", ", \"parent\": \"loop1\""),
                set("over", "true", "")),
            "start.main>loop1",
            "loop1.max>over");

    assertThat(run.text("/status")).as(run.body().toPrettyString()).isEqualTo("succeeded");
    assertCounts(RunsWorld.byId(run.body().path("nodes")).get("times"), 120, 0);
    assertThat(world.nodes(run, "loop1[49]").get("times").at("/output/v").asInt()).isEqualTo(49);
    assertThat(world.nodes(run, "loop1[60]").get("times").path("status").asString())
        .isEqualTo("skipped");
    assertThat(world.nodes(run, "loop1[119]").get("times").at("/output/v").asInt()).isEqualTo(119);
  }

  @Test
  void are_nobodys_of_another_tenant_and_asked_for_by_path() {
    Answer run = ran("{}", List.of(START, set("v1", "1", "")), "start.main>v1");
    String path = "/api/v1/runs/" + run.text("/id") + "/nodes";
    RouteClient stranger = ApiLaptop.someone();

    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(world.api.get(path).body().path("items")).hasSize(2);
    assertThat(world.api.get(path + "?path=each1").status()).isEqualTo(422);
    assertThat(RouteClient.anyone(ApiLaptop.cloud()).get(path).status()).isEqualTo(401);
  }
}
