package dev.heddle.functions.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.IntakeMessage;
import dev.heddle.functions.channels.Samples;
import dev.heddle.functions.channels.dispatch.RunIds;
import dev.heddle.functions.channels.webhook.WebhookWorld.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What comes in: found, verified, read and queued. */
class WebhookIntakeTest {
  private static final String HMAC =
      "{'kind':'hmac','header':'X-Hub-Signature-256','secret':'key','prefix':'sha256='}";
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");

  private final WebhookWorld open = WebhookWorld.atOnce("{'kind':'none'}");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void queuesAndAnswersAtOnce() {
    Answer answer = open.post("{'id':7}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("run").asString()).isEqualTo("run_new1");
    IntakeMessage message = open.queue.getFirst();
    assertThat(message.tenant()).isEqualTo("ten_1");
    assertThat(message.workflow()).isEqualTo("wf_1");
    assertThat(message.channel()).isEqualTo("webhook");
    assertThat(message.trigger()).isEqualTo("hook");
    assertThat(message.dedupeKey()).isEqualTo("run_new1");
    assertThat(message.payload().toString())
        .isEqualTo(
            "{\"method\":\"POST\",\"path\":\"orders\",\"query\":{\"a\":\"1\"},"
                + "\"headers\":{\"content-type\":\"application/json\"},\"body\":{\"id\":7}}");
    assertThat(open.machines.started).isEmpty();
  }

  @Test
  void readsWhatTheGatewaySendsAndKeepsNoCredentials() {
    byte[] event =
        new String(Samples.of("webhook/request.json"), StandardCharsets.UTF_8)
            .replace("support-triage", "orders")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(open.answer(new WebhookChannel(), event).status()).isEqualTo(202);
    JsonNode payload = open.queue.getFirst().payload();
    assertThat(payload.path("body").path("text").asString()).isEqualTo("The checkout is down");
    assertThat(payload.path("query").path("lang").asString()).isEqualTo("en");
    assertThat(payload.path("headers").propertyNames())
        .containsExactly("accept", "content-type", "user-agent", "x-forwarded-for");
    assertThat(payload.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"nobody, orders", "acme, nothing", "nobody, nothing"})
  void doesNotTellWhichPartIsUnknown(String tenant, String path) {
    Answer answer = open.call(new WebhookChannel(), "POST", tenant, path, JSON, bytes("{}"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").asString())
        .isEqualTo("There is no webhook, or you don't have access to it.");
    assertThat(open.queue).isEmpty();
  }

  @Test
  void takesOnlyItsMethod() {
    Answer answer = open.call(new WebhookChannel(), "GET", "acme", "orders", Map.of(), new byte[0]);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("allow", "POST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"a\":[1]} | {\"a\":[1]}",
        "application/json | '' | null",
        "application/cloudevents+json | [] | []",
        "text/plain | {\"a\":1} | \"{\\\"a\\\":1}\"",
        "application/x-www-form-urlencoded | a=1&b=2 | \"a=1&b=2\"",
        "image/png | abc | {\"encoding\":\"base64\",\"data\":\"YWJj\"}"
      })
  void readsTheBodyByItsType(String type, String body, String read) {
    open.post("orders", Map.of("content-type", type), bytes(body));
    assertThat(open.queue.getFirst().payload().path("body").toString()).isEqualTo(read);
  }

  @Test
  void refusesJsonThatIsNone() {
    Answer answer = open.post("orders", JSON, bytes("{\n  \"a\": }"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).contains("line 2");
    assertThat(open.queue).isEmpty();
  }

  @Test
  void refusesWhatIsTooLargeForARun() {
    assertThat(open.post("orders", Map.of(), new byte[1024 * 1024 + 1]).status()).isEqualTo(413);
    Answer answer = open.post("orders", JSON, bytes("\"" + "x".repeat(210_000) + "\""));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("detail").asString()).isEqualTo("The limit is 204800 bytes.");
    assertThat(open.queue).isEmpty();
  }

  @Test
  void checksASecretInAHeader() {
    var world = WebhookWorld.atOnce("{'kind':'header','name':'X-Key','secret':'key'}");
    Map<String, String> right = Map.of("x-key", "It's a Secret to Everybody", "x-b", "2");
    assertThat(world.post("orders", right, bytes("hi")).status()).isEqualTo(202);
    assertThat(world.post("orders", Map.of("x-key", "It's"), bytes("")).status()).isEqualTo(401);
    assertThat(world.post("orders", Map.of("x-key", ""), bytes("")).status()).isEqualTo(401);
    assertThat(world.post("orders", Map.of(), bytes("")).status()).isEqualTo(401);
    assertThat(world.queue).hasSize(1);
    assertThat(world.queue.getFirst().payload().path("headers").propertyNames())
        .containsExactly("x-b");
  }

  @Test
  void refusesEveryoneWhenTheSecretIsNotStored() {
    var world = WebhookWorld.atOnce("{'kind':'header','name':'X-Key','secret':'gone'}");
    assertThat(world.post("orders", Map.of("x-key", ""), bytes("")).status()).isEqualTo(401);
    assertThat(world.post("orders", Map.of(), bytes("")).status()).isEqualTo(401);
  }

  @Test
  void checksASignatureOverTheBytes() {
    var world = WebhookWorld.atOnce(HMAC);
    byte[] push = Samples.of("github/push.json");
    String signature = "sha256=" + hmac(push);
    assertThat(signed(world, signature, push).status()).isEqualTo(202);
    assertThat(signed(world, signature.toUpperCase().replace("SHA", "sha"), push).status())
        .isEqualTo(202);
    assertThat(world.queue.getFirst().payload().path("body").path("ref").asString())
        .isEqualTo("refs/heads/main");
  }

  /** The example of GitHub's documentation. */
  @Test
  void agreesWithGitHubOnAKnownSignature() {
    var world = WebhookWorld.atOnce(HMAC);
    String known = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    assertThat(signed(world, known, bytes("Hello, World!")).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "sha256=00", "sha256=zz", "{hmac}", "sha1={hmac}"})
  void refusesAForgedSignature(String forged) {
    var world = WebhookWorld.atOnce(HMAC);
    byte[] push = Samples.of("github/push.json");
    assertThat(signed(world, forged.replace("{hmac}", hmac(push)), push).status()).isEqualTo(401);
    String right = "sha256=" + hmac(push);
    push[20] ^= 1;
    Answer answer = signed(world, right, push);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("Everybody", hmac(push));
    assertThat(world.queue).isEmpty();
  }

  private static Answer signed(WebhookWorld world, String signature, byte[] body) {
    return world.post(
        "orders",
        Map.of("content-type", "application/json", "x-hub-signature-256", signature)
            .entrySet()
            .stream()
            .filter(header -> body[0] == '{' || !header.getKey().equals("content-type"))
            .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        body);
  }

  private static String hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes("It's a Secret to Everybody"), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void givesARepeatedEventTheSameRun() {
    Map<String, String> keyed = Map.of("content-type", "application/json", "idempotency-key", "k1");
    Answer first = open.post("orders", keyed, bytes("{}"));
    Answer second = open.post("orders", keyed, bytes("{}"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(RunIds.isOne(first.json().path("run").asString())).isTrue();
    Answer other = open.post("orders", Map.of("idempotency-key", "k2"), bytes(""));
    assertThat(other.body()).isNotEqualTo(first.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "ü"})
  void refusesAKeyThatIsNone(String key) {
    assertThat(open.post("orders", Map.of("idempotency-key", key), bytes("")).status())
        .isEqualTo(422);
  }

  @Test
  void startsADraftItself() {
    Answer answer =
        open.call(new TestWebhookChannel(), "POST", "acme", "orders", JSON, bytes("{}"));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(open.machines.started.get("run_new1").version()).isZero();
    assertThat(open.runs.all()).hasSize(1);
    assertThat(open.queue).isEmpty();
  }

  @Test
  void keepsADraftsErrorsToItsBuilder() {
    Answer answer =
        open.call(new TestWebhookChannel(), "POST", "acme", "broken", JSON, bytes("{}"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).doesNotContain("issues");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "'main'"})
  void aWebhookThatIsSwitchedOffIsNotThere(String disabled) {
    var off = WebhookWorld.switchedOff(disabled);
    assertThat(off.post("{}").status()).isEqualTo(404);
    Answer draft = off.call(new TestWebhookChannel(), "POST", "acme", "orders", JSON, bytes("{}"));
    assertThat(draft.status()).isEqualTo(404);
    assertThat(off.queue).isEmpty();
    assertThat(off.machines.started).isEmpty();
  }

  @Test
  void readsAPublishedBuildOnce() {
    open.post("{}");
    open.post("{}");
    assertThat(open.reads).containsExactly("wf_1/v3");
  }
}
