package dev.heddle.functions.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.BadConfig;
import Heddle.HttpFailed;
import Heddle.HttpStatus;
import Heddle.ModelFailed;
import Heddle.Refused;
import Heddle.SecretMissing;
import dev.heddle.events.NodeCall;
import dev.heddle.functions.ai.openai.FakeProvider;
import dev.heddle.functions.ai.openai.OpenAiProvider;
import dev.heddle.functions.core.door.NodeDoor;
import dev.heddle.functions.core.internet.GuardedHttpClient;
import dev.heddle.functions.core.model.ProviderModels;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.FakePorts;
import dev.heddle.functions.spec.port.FakeTenantSecrets;
import dev.heddle.functions.spec.port.PlatformSecrets;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.NodeSpecRules;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ChatModelNodeTest {
  private static final ModelProvider PROVIDER = new OpenAiProvider();
  private static final String SCHEMA =
      "{'type':'object','required':['urgency'],'properties':{'urgency':"
          + "{'type':'string','enum':['low','high']}}}";
  private static final String JSON =
      "'model':'m','prompt':'p','answer':{'kind':'json','schema':" + SCHEMA + "}";

  private FakeProvider provider;
  private GuardedHttpClient internet;

  @BeforeEach
  void start() throws IOException {
    provider = new FakeProvider();
    internet = new GuardedHttpClient(provider.url());
  }

  @AfterEach
  void stop() throws IOException {
    internet.close();
    provider.close();
  }

  private JsonNode run(String settings) {
    return run(settings, provider.url(), "platform-model-key");
  }

  private JsonNode run(String settings, String modelUrl, String keySecret) {
    Function<Tenant, TenantSecrets> vaults =
        _ -> new FakeTenantSecrets(Map.of("mine", "sk-tenant-key-123\n"));
    PlatformSecrets platform =
        new PlatformSecrets() {
          @Override
          public Optional<String> reveal(String name) {
            return Optional.of("platform-key-456").filter(_ -> name.equals("platform-model-key"));
          }

          @Override
          public String obtain(String name, Supplier<String> make) {
            throw new UnsupportedOperationException();
          }
        };
    var door =
        NodeDoor.open(
            new ChatModelNode(PROVIDER),
            FakePorts.of(
                Map.of(
                    "model",
                    new ProviderModels(PROVIDER, internet, modelUrl),
                    "tenantSecrets",
                    vaults,
                    "platformSecrets",
                    platform,
                    "settings",
                    new DeploymentSettings("https://h.test", "heddle-", modelUrl, keySecret, ""))));
    JsonNode config = WireJson.MAPPER.readTree("{" + settings.replace('\'', '"') + "}");
    var call = new NodeCall("ten_1", "wf_1", "run_1", "chat1", "", config);
    return WireJson.MAPPER.readTree(door.answer(WireJson.MAPPER.writeValueAsBytes(call)));
  }

  @Test
  void isDescribedWell() {
    ChatNodes.forProvider(PROVIDER).forEach(NodeSpecRules::check);
  }

  @Test
  void asksAndAnswersInWords() {
    provider.says("Hello there");
    JsonNode reply =
        run("'model':'gpt-test','system':'Be kind','prompt':'Hi','temperature':0.5,'maxTokens':50");
    assertThat(reply.path("output").toString()).isEqualTo("{\"text\":\"Hello there\"}");
    assertThat(reply.path("usage").toString())
        .isEqualTo("{\"model\":\"gpt-test-0101\",\"promptTokens\":11,\"completionTokens\":7}");
    JsonNode asked = provider.asked(0);
    assertThat(asked.path("model").asString()).isEqualTo("gpt-test");
    assertThat(asked.path("temperature").doubleValue()).isEqualTo(0.5);
    assertThat(asked.path("max_tokens").intValue()).isEqualTo(50);
    assertThat(asked.has("response_format")).isFalse();
    assertThat(asked.path("messages").toString())
        .isEqualTo(
            "[{\"content\":\"Be"
                + " kind\",\"role\":\"system\"},{\"content\":\"Hi\",\"role\":\"user\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"urgency\":\"high\"}",
        "```json\n{\"urgency\":\"high\"}\n```",
        "  {\"urgency\":\"high\"}\n"
      })
  void answersInJson(String text) {
    provider.says(text);
    JsonNode reply = run(JSON);
    assertThat(reply.path("output").toString()).isEqualTo("{\"urgency\":\"high\"}");
    JsonNode format = provider.asked(0).path("response_format");
    assertThat(format.path("type").asString()).isEqualTo("json_schema");
    assertThat(format.path("json_schema").path("schema"))
        .isEqualTo(WireJson.MAPPER.readTree(SCHEMA.replace('\'', '"')));
    assertThat(provider.times()).isEqualTo(1);
  }

  @Test
  void takesTheSchemaAsTextToo() {
    provider.says("3");
    JsonNode reply =
        run(
            "'model':'m','prompt':'p','answer':{'kind':'json','schema':'{\\'type\\':\\'integer\\'}'}");
    assertThat(reply.path("output").intValue()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I think it is urgent. | It isn't valid JSON",
        "{\"urgency\":\"huge\"} | It doesn't match the schema: /urgency",
        "{} | required"
      })
  void letsTheModelRepairItsAnswerOnce(String bad, String wrong) {
    provider.says(bad).says("{\"urgency\":\"low\"}");
    JsonNode reply = run(JSON);
    assertThat(reply.path("output").path("urgency").asString()).isEqualTo("low");
    assertThat(reply.path("usage").path("promptTokens").intValue()).isEqualTo(22);
    assertThat(reply.path("usage").path("completionTokens").intValue()).isEqualTo(14);
    JsonNode messages = provider.asked(1).path("messages");
    assertThat(messages.size()).isEqualTo(3);
    assertThat(messages.path(1).path("content").asString()).isEqualTo(bad.strip());
    assertThat(messages.path(2).path("content").asString()).contains(wrong, "\"enum\"");
  }

  @Test
  void saysWhatWasWrongTheSecondTime() {
    provider.says("no").says("{\"urgency\":\"huge\"}");
    assertThatThrownBy(() -> run(JSON))
        .isInstanceOf(ModelFailed.class)
        .hasMessageContaining("invalid twice")
        .hasMessageContaining("/urgency");
    assertThat(provider.times()).isEqualTo(2);
  }

  @Test
  void doesNotPayAgainForAnAnswerThatWasCut() {
    provider.breaksOff("{\"urgency\":");
    assertThatThrownBy(() -> run(JSON))
        .isInstanceOf(ModelFailed.class)
        .hasMessageContaining("cut off after 7 tokens");
  }

  @Test
  void saysThatTheModelRefused() {
    provider.completes(
        "{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I can't help with that\"}", "stop");
    assertThatThrownBy(() -> run("'model':'m','prompt':'p'"))
        .isInstanceOf(ModelFailed.class)
        .hasMessageContaining("I can't help with that");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "[]",
        "'text'",
        "{'type':'unknown'}",
        "{'$ref':'https://evil.test/s.json'}",
        "{'type':'string','pattern':'('}"
      })
  void refusesASchemaThatIsNone(String schema) {
    assertThatThrownBy(
            () -> run("'model':'m','prompt':'p','answer':{'kind':'json','schema':" + schema + "}"))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("schema");
    assertThat(provider.times()).isZero();
  }

  @Test
  void usesTheTenantsKeyWhenOneIsNamed() {
    provider.says("ok");
    run("'model':'m','prompt':'p','apiKey':'mine'");
    assertThat(provider.header(0, "Authorization")).isEqualTo("Bearer sk-tenant-key-123");
  }

  @Test
  void usesThePlatformsKeyOnlyAtThePlatformsEndpoint() {
    provider.says("ok").says("ok").says("ok");
    run("'model':'m','prompt':'p'");
    assertThat(provider.header(0, "Authorization")).isEqualTo("Bearer platform-key-456");
    run("'model':'m','prompt':'p','baseUrl':'" + provider.url() + "/'");
    assertThat(provider.header(1, "Authorization")).isEmpty();
    run("'model':'m','prompt':'p'", provider.url(), "");
    assertThat(provider.header(2, "Authorization")).isEmpty();
  }

  @Test
  void namesTheKeyThatIsMissing() {
    assertThatThrownBy(() -> run("'model':'m','prompt':'p','apiKey':'gone'"))
        .isInstanceOf(SecretMissing.class)
        .hasMessageContaining("“gone”");
  }

  @Test
  void needsAnAddress() {
    assertThatThrownBy(() -> run("'model':'m','prompt':'p'", "", ""))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("baseUrl");
  }

  @Test
  void refusesPrivateAddresses() {
    assertThatThrownBy(() -> run("'model':'m','prompt':'p','baseUrl':'http://127.0.0.1:9/v1'"))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 429, 500, 503})
  void namesWhatMayPass(int status) {
    provider.answers(status, "{\"error\":{\"message\":\"Slow down\",\"type\":\"x\"}}");
    assertThatThrownBy(() -> run("'model':'m','prompt':'p'"))
        .isInstanceOf(HttpStatus.class)
        .hasMessageContaining("responded with " + status);
    assertThat(provider.times()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 422})
  void namesWhatWillNot(int status) {
    provider.answers(
        status, "{\"error\":{\"message\":\"No key sk-tenant-key-123\",\"type\":\"x\"}}");
    assertThatThrownBy(() -> run("'model':'m','prompt':'p','apiKey':'mine'"))
        .isInstanceOf(ModelFailed.class)
        .hasMessageContaining("responded with " + status)
        .message()
        .doesNotContain("sk-tenant-key-123");
    assertThat(provider.times()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "{\"choices\":[]}", "[]"})
  void survivesAnAnswerThatIsNone(String body) {
    provider.answers(200, body);
    assertThatThrownBy(() -> run("'model':'m','prompt':'p'")).isInstanceOf(ModelFailed.class);
  }

  @Test
  void saysThatNobodyAnswers() {
    provider.close();
    assertThatThrownBy(() -> run("'model':'m','prompt':'p'")).isInstanceOf(HttpFailed.class);
  }
}
