package dev.heddle.functions.api.runs;

import static dev.heddle.functions.api.runs.RunsWorld.START;
import static dev.heddle.functions.api.runs.RunsWorld.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.GraphDocuments;
import dev.heddle.functions.api.RouteClient.Answer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Everyone who reads a drawing takes a node to be switched off when the compiler does. */
class SwitchedOffTest {
  private static final String WORKFLOWS = "/api/v1/workflows";

  private final RunsWorld world = new RunsWorld();

  private Answer created(String disabled) {
    String off = ", \"disabled\": " + disabled;
    String last =
        "{\"keep\": false, \"fields\": [{\"name\": \"v\", \"value\": \"{% $keep.v %}\"},"
            + " {\"name\": \"n\", \"value\": \"{% $trigger.n %}\"}]}";
    List<String> nodes =
        List.of(
            START,
            GraphDocuments.node("called1", "called-trigger@1", "{}", off),
            RunsWorld.set("keep", "1", off),
            GraphDocuments.node("last", "set@1", last));
    List<String> edges = List.of("called1.main>keep", "start.main>keep", "keep.main>last");
    return world.api.post(WORKFLOWS, GraphDocuments.graph("Flow", nodes, edges));
  }

  private int startedBy(String trigger, String workflow) {
    String input = "{\"trigger\": \"" + trigger + "\", \"input\": {\"v\": 3, \"n\": 1}}";
    return world.api.post(WORKFLOWS + "/" + workflow + "/test", input).status();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "'\"main\"', true"})
  void isReadOffWhatCompiles(String disabled, boolean off) {
    Answer created = created(disabled);
    String workflow = created.text("/id");
    assertThat(created.body().path("issues").toString()).doesNotContain("ERROR");

    assertListed(off);
    assertTriedAlone(workflow, off);
    assertThat(startedBy("called1", workflow)).isEqualTo(off ? 422 : 201);
    assertReported(workflow, off);
    assertTold(workflow, off);
  }

  @ParameterizedTest
  @CsvSource({"'\"failure\"', true", "'\"nowhere\"', true", "5, false", "'{\"by\": []}', false"})
  void isReadOffADraftThatDoesNotCompile(String disabled, boolean off) {
    Answer created = created(disabled);
    assertThat(created.body().path("issues").toString()).contains("ERROR");

    assertListed(off);
    assertTriedAlone(created.text("/id"), off);
  }

  /** The list of workflows shows what can start them. */
  private void assertListed(boolean off) {
    assertThat(world.api.get(WORKFLOWS).body().at("/items/0/triggers"))
        .hasToString(off ? "[\"manual@1\"]" : "[\"manual@1\",\"called-trigger@1\"]");
  }

  /** The trigger before a node that is tried alone is one that can fire. */
  private void assertTriedAlone(String workflow, boolean off) {
    Answer tried =
        world.api.post(
            WORKFLOWS + "/" + workflow + "/nodes/last/test",
            "{\"outputs\": {\"start\": {\"n\": 1}, \"called1\": {\"n\": 4}, \"keep\": {\"v\":"
                + " 2}}}");
    assertThat(tried.body().path("output"))
        .as(tried.body().toPrettyString())
        .hasToString("{\"v\":2,\"n\":" + (off ? 1 : 4) + "}");
  }

  /** The report shows what the machine did, and a fork goes on from what the report shows. */
  private void assertReported(String workflow, boolean off) {
    Answer run = world.ended(world.start("test", workflow, "{\"v\": 3, \"n\": 1}"));
    String output = "{\"v\":" + (off ? 3 : 1) + ",\"n\":1}";
    assertThat(run.body().path("output")).hasToString(output);

    JsonNode keep = RunsWorld.byId(run.body().path("nodes")).get("keep");
    assertThat(keep.path("status").asString()).isEqualTo(off ? "skipped" : "succeeded");
    assertThat(keep.path("port").asString()).isEqualTo("main");
    assertThat(RunsWorld.byId(run.body().path("nodes")).get("last").path("input"))
        .hasToString(off ? "{\"v\":3,\"n\":1}" : "{\"v\":1}");

    String fork = "/api/v1/runs/" + run.text("/id") + "/fork";
    Answer again = world.ended(world.api.post(fork, "{\"from\": \"last\"}"));
    assertThat(again.body().path("output")).as(again.body().toPrettyString()).hasToString(output);
  }

  /** Only who can be called is told of errors. */
  private void assertTold(String workflow, boolean off) {
    assertThat(world.api.post(WORKFLOWS + "/" + workflow + "/publish", "{}").status())
        .isEqualTo(200);
    String failing =
        world.created(
            "{\"errorWorkflow\": \"" + workflow + "\"}",
            List.of(START, call("fetch", "https://a/broken", "")),
            "start.main>fetch");
    Answer failed = world.ended(world.start("test", failing, "{}"));
    if (off) {
      String error = "/api/v1/runs/" + failed.text("/id") + "-error";
      assertThat(world.api.get(error).status()).isEqualTo(404);
    } else {
      assertThat(world.ended(failed.text("/id") + "-error").text("/trigger")).isEqualTo("called1");
    }
  }
}
