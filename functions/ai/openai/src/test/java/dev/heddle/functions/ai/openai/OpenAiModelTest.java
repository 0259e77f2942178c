package dev.heddle.functions.ai.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.HttpFailed;
import Heddle.ModelFailed;
import dev.heddle.functions.core.internet.GuardedHttpClient;
import dev.heddle.functions.spec.model.ChatMessage;
import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.model.ModelRequest;
import dev.heddle.functions.spec.model.ModelRequest.ToolChoice;
import dev.heddle.functions.spec.model.ModelResponse;
import dev.heddle.functions.spec.model.ToolDefinition;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is OpenAI's own, or that of those who speak its protocol. */
class OpenAiModelTest {
  private static final ModelRequest QUESTION =
      ModelRequest.of("m", Duration.ofSeconds(30)).withMessages(ChatMessage.User.of("Hi"));

  private FakeProvider server;
  private GuardedHttpClient internet;
  private ChatModel model;

  @BeforeEach
  void start() throws IOException {
    server = new FakeProvider();
    internet = new GuardedHttpClient(server.url());
    model = new OpenAiProvider().open(internet, new ModelEndpoint(server.url(), "k"));
  }

  @AfterEach
  void stop() throws IOException {
    internet.close();
    server.close();
  }

  @Test
  void onlyOpenAiItselfIsToldTheLimitByItsNewName() {
    ModelRequest limited = QUESTION.withMaxTokens(50);
    var own = ChatRequest.of(limited, new ModelEndpoint("https://api.openai.com/v1", "")).build();
    var other = ChatRequest.of(limited, new ModelEndpoint("https://models.test/v1", "")).build();

    assertThat(own.maxCompletionTokens()).contains(50L);
    assertThat(own._maxTokens().isMissing()).isTrue();
    assertThat(other._maxTokens().asKnown()).contains(50L);
    assertThat(other.maxCompletionTokens()).isEmpty();
  }

  @Test
  void sendsSchemasAndToolsInItsOwnForm() {
    JsonNode schema = WireJson.MAPPER.readTree("{\"type\":\"object\",\"properties\":{}}");
    server.says("{}");

    model.ask(
        QUESTION
            .withSchema(schema)
            .withTools(List.of(new ToolDefinition("t", "Does it", schema)), ToolChoice.NONE));

    JsonNode asked = server.asked(0);
    assertThat(asked.at("/response_format/type").asString()).isEqualTo("json_schema");
    assertThat(asked.at("/response_format/json_schema/schema")).isEqualTo(schema);
    assertThat(asked.at("/tools/0/function/name").asString()).isEqualTo("t");
    assertThat(asked.at("/tools/0/function/parameters")).isEqualTo(schema);
    assertThat(asked.path("tool_choice").asString()).isEqualTo("none");
  }

  @Test
  void aRefusalOfTheModelsIsNoAnswer() {
    server.completes(
        "{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I can't help with that\"}", "stop");

    assertThatThrownBy(() -> model.ask(QUESTION))
        .isInstanceOf(ModelFailed.class)
        .hasMessageContaining("I can't help with that");
  }

  @Test
  void whatCameWithACallGoesBackWithIt() {
    server
        .completes(
            "{\"role\":\"assistant\",\"content\":null,\"refusal\":null,\"tool_calls\":["
                + "{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"t\",\"arguments\":\"{}\"},"
                + "\"extra_content\":{\"google\":{\"thought_signature\":\"c2ln\"}}},"
                + "{\"id\":\"b\",\"type\":\"function\",\"function\":{\"name\":\"t\",\"arguments\":\"{}\"}}]}",
            "tool_calls")
        .says("Done.");

    ModelResponse wanting = model.ask(QUESTION);
    model.ask(QUESTION.withMessages(wanting.message()));

    JsonNode shown = server.asked(1).at("/messages/1/tool_calls");
    assertThat(shown.at("/0/extra_content/google/thought_signature").asString()).isEqualTo("c2ln");
    assertThat(shown.get(1).has("extra_content")).isFalse();
  }

  @Test
  void aStreamThatStopsBeforeTheModelHasFinishedIsNoAnswer() {
    server.stopsStream("On ", "its ");

    assertThatThrownBy(() -> model.stream(QUESTION, _ -> {}))
        .isInstanceOf(HttpFailed.class)
        .hasMessageContaining("connection was lost");
  }
}
