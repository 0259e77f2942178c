package dev.heddle.functions.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.channels.webhook.WebhookWorld.Answer;
import dev.heddle.functions.spec.port.StateMachines.Outcome;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out when the caller waits. */
class WebhookAnswerTest {
  private static final Map<String, String> KEYED = Map.of("idempotency-key", "k1");

  private static void ends(WebhookWorld world, String output) {
    world.machines.end =
        Optional.of(
            new Outcome(
                "SUCCEEDED", WireJson.MAPPER.readTree(output.replace('\'', '"')), null, null));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void saysWhatRespondSaid(Kind kind) {
    var world = WebhookWorld.answering(kind);
    ends(world, "{'respond':{'status':201,'headers':{'X-Order':'7'},'body':{'ok':true}}}");
    Answer answer = world.post("{'id':7}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json()).isEqualTo(WireJson.MAPPER.readTree("{\"ok\":true}"));
    assertThat(answer.headers())
        .containsEntry("x-order", "7")
        .containsEntry("content-type", "application/json")
        .containsEntry("content-security-policy", "sandbox")
        .containsEntry("x-content-type-options", "nosniff");
    assertThat(world.runs.all()).hasSize(1);
    assertThat(world.runs.all().getFirst().workflowName()).isEqualTo("Orders");
    assertThat(world.queue).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'respond':{'status':200,'headers':{},'body':'hi'}} | 200 | text/plain; charset=utf-8 | hi",
        "{'respond':{'status':200,'headers':{'Content-Type':'text/html'},'body':'<p>'}} | 200 | text/html | <p>",
        "{'respond':{'status':204,'headers':{},'body':null}} | 204 | | ''",
        "{'respond':{'status':404,'headers':{},'body':null}} | 404 | | ''",
        "{'respond':{'status':200,'headers':{},'body':[1,2]}} | 200 | application/json | [1,2]",
        "{'a':1} | 200 | application/json | {\"a\":1}",
        "null | 200 | | ''"
      })
  void writesEachKindOfBody(String output, int status, String type, String body) {
    var world = WebhookWorld.answering(Kind.EXPRESS);
    ends(world, output);
    Answer answer = world.post("{}");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().get("content-type")).isEqualTo(type);
    assertThat(answer.body()).isEqualTo(body);
  }

  @Test
  void takesAnOutputThatOnlyLooksLikeAResponseForWhatItIs() {
    var world =
        new WebhookWorld(
            "{'path':'orders','respond':'answer'}",
            Kind.EXPRESS,
            ",{'id':'h','type':'http-request@1'}");
    ends(world, "{'respond':{'status':302,'headers':{'Location':'https://evil.test'},'body':''}}");
    Answer answer = world.post("{}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).doesNotContainKey("location");
  }

  @Test
  void sendsOnlyHeadersThatSpeakForTheAnswer() {
    var world = WebhookWorld.answering(Kind.EXPRESS);
    ends(
        world,
        "{'respond':{'status':200,'body':'','headers':{'Set-Cookie':'a=b','Content-Length':'1',"
            + "'Transfer-Encoding':'chunked','Strict-Transport-Security':'x','X-Amz-Foo':'1',"
            + "'Access-Control-Allow-Origin':'*','Content-Security-Policy':'default-src *',"
            + "'X-Frame-Options':'ALLOW','X-Ok':'1','Location':'/there','X-Bad':'a\\r\\nb: c',"
            + "'Cache-Control':'max-age=60'}}}");
    assertThat(world.post("{}").headers())
        .containsOnlyKeys(
            "x-correlation-id",
            "cache-control",
            "content-type",
            "content-security-policy",
            "x-content-type-options",
            "x-ok",
            "location")
        .containsEntry("content-security-policy", "sandbox")
        .containsEntry("cache-control", "max-age=60");
  }

  @ParameterizedTest
  @CsvSource({"FAILED, 502", "ABORTED, 502", "TIMED_OUT, 504"})
  void namesTheRunThatFailedAndNothingOfIt(String status, int told) {
    var world = WebhookWorld.answering(Kind.STANDARD);
    world.machines.end =
        Optional.of(new Outcome(status, null, "Heddle.HttpStatus", "internal s3cret"));
    Answer answer = world.post("{}");
    assertThat(answer.status()).isEqualTo(told);
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.json().path("run").asString()).isEqualTo("run_new1");
    assertThat(answer.body()).doesNotContain("s3cret", "HttpStatus");
  }

  @Test
  void givesALinkWhenTheRunTakesLonger() {
    var world = WebhookWorld.answering(Kind.STANDARD);
    Answer answer = world.post("{}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"run\":\"run_new1\",\"status\":\"running\","
                + "\"link\":\"https://heddle.test/runs/run_new1\"}");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void answersARepeatedCallWithTheSameAndRunsOnce(Kind kind) {
    var world = WebhookWorld.answering(kind);
    ends(world, "{'respond':{'status':201,'headers':{},'body':'first'}}");
    byte[] body = "x".getBytes(StandardCharsets.UTF_8);
    Answer first = world.post("orders", KEYED, body);
    Answer second = world.post("orders", KEYED, body);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(world.machines.ranSync.size() + world.machines.started.size()).isEqualTo(1);
    assertThat(world.runs.all()).hasSize(1);
  }

  @Test
  void refusesAKeyForAnotherEvent() {
    var world = WebhookWorld.answering(Kind.STANDARD);
    ends(world, "null");
    world.post("orders", KEYED, new byte[] {'a'});
    assertThat(world.post("orders", KEYED, new byte[] {'b'}).status()).isEqualTo(409);
  }

  @Test
  void refusesAPayloadTooLargeForARun() {
    var world = WebhookWorld.answering(Kind.EXPRESS);
    assertThat(world.post("orders", Map.of(), new byte[210_000]).status()).isEqualTo(413);
    assertThat(world.machines.ranSync).isEmpty();
  }
}
