package dev.heddle.functions.ai.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.HttpFailed;
import Heddle.HttpStatus;
import Heddle.ModelFailed;
import Heddle.Refused;
import Heddle.TimedOut;
import dev.heddle.functions.core.internet.GuardedHttpClient;
import dev.heddle.functions.spec.model.ChatMessage;
import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ContentPart;
import dev.heddle.functions.spec.model.FinishReason;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.model.ModelRequest;
import dev.heddle.functions.spec.model.ModelRequest.ToolChoice;
import dev.heddle.functions.spec.model.ModelResponse;
import dev.heddle.functions.spec.model.ModelResponseDelta;
import dev.heddle.functions.spec.model.ToolCall;
import dev.heddle.functions.spec.model.ToolDefinition;
import dev.heddle.functions.spec.model.ToolResult;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.ModelProvider.ModelSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every provider must pass, against a fake of its API over real HTTP. */
public abstract class ModelProviderContract {
  private static final String KEY = "sk-secret-key-123";
  private static final JsonNode SCHEMA =
      WireJson.MAPPER.readTree(
          "{\"type\":\"object\",\"properties\":{\"urgency\":{\"enum\":[\"low\",\"high\"]}}}");
  private static final ToolDefinition LOOK_UP =
      new ToolDefinition("look_up", "Finds an order", SCHEMA);
  private static final ToolCall FIRST = new ToolCall("call_1", "look_up", "{\"urgency\":\"low\"}");
  private static final ToolCall SECOND = new ToolCall("call_2", "look_up", "{}");

  private ProviderServer server;
  private GuardedHttpClient internet;
  private ChatModel model;

  /** The provider. */
  protected abstract ModelProvider provider();

  /** The fake of its API. */
  protected abstract ProviderServer server() throws IOException;

  @BeforeEach
  void start() throws IOException {
    server = server();
    internet = new GuardedHttpClient(server.url());
    model = provider().open(internet, new ModelEndpoint(server.url(), KEY));
  }

  @AfterEach
  void stop() throws IOException {
    internet.close();
    server.close();
  }

  private static ModelRequest question() {
    return ModelRequest.of("some-model", Duration.ofSeconds(30))
        .withMessages(
            new ChatMessage.SystemPrompt("Be kind"), ChatMessage.User.of("Where is order 7?"));
  }

  @Test
  void offersModelsOneOfWhichIsFirst() {
    assertThat(provider().spec().models())
        .extracting(ModelSpec::name)
        .contains(provider().spec().defaultModel())
        .doesNotHaveDuplicates();
  }

  @Test
  void answersInWords() {
    server.says("On its way.");

    ModelResponse answer = model.ask(question().withTemperature(0.5).withMaxTokens(50));

    assertThat(answer.text()).isEqualTo("On its way.");
    assertThat(answer.calls()).isEmpty();
    assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(answer.model()).isNotEmpty();
    assertThat(answer.usage().promptTokens()).isPositive();
    assertThat(answer.usage().completionTokens()).isPositive();
    assertThat(server.key(0)).isEqualTo(KEY);
    assertThat(server.asked(0).toString())
        .contains("some-model", "Be kind", "Where is order 7?", "0.5", "50");
  }

  @Test
  void sendsNoKeyWhereThereIsNone() {
    server.says("ok");

    provider().open(internet, new ModelEndpoint(server.url(), "")).ask(question());

    assertThat(server.key(0)).isEmpty();
  }

  @Test
  void wantsAToolCalled() {
    server.wants(FIRST);

    ModelResponse answer = model.ask(question().withTools(List.of(LOOK_UP), ToolChoice.AUTO));

    assertThat(answer.calls()).containsExactly(FIRST);
    assertThat(answer.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(server.asked(0).toString()).contains("look_up", "Finds an order", "urgency");
  }

  @Test
  void wantsToolsCalledAtOnceAndIsToldTheirResults() {
    server.wants(FIRST, SECOND).says("Both are on their way.");
    ModelRequest question = question().withTools(List.of(LOOK_UP), ToolChoice.AUTO);

    ModelResponse wanting = model.ask(question);
    ModelResponse answer =
        model.ask(
            question
                .withMessages(wanting.message())
                .withMessages(
                    new ToolResult("call_1", ContentPart.of("sent")),
                    new ToolResult("call_2", ContentPart.of("lost"))));

    assertThat(wanting.calls()).containsExactly(FIRST, SECOND);
    assertThat(answer.text()).isEqualTo("Both are on their way.");
    assertThat(server.asked(1).toString()).contains("call_1", "sent", "call_2", "lost");
  }

  @Test
  void asksForAnAnswerThatFitsASchema() {
    server.says("{\"urgency\":\"low\"}");

    ModelResponse answer = model.ask(question().withSchema(SCHEMA));

    assertThat(answer.text()).isEqualTo("{\"urgency\":\"low\"}");
    assertThat(server.asked(0).toString()).contains(SCHEMA.toString());
  }

  @Test
  void saysThatAnAnswerReachedItsLimit() {
    server.breaksOff("On its");

    assertThat(model.ask(question()).finishReason()).isEqualTo(FinishReason.LENGTH);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 422})
  void aRefusalIsFinalAndKeepsTheKeySecret(int status) {
    server.answers(status, "{\"error\":{\"message\":\"Wrong key " + KEY + "\"}}");

    assertThatThrownBy(() -> model.ask(question()))
        .isInstanceOf(ModelFailed.class)
        .hasMessageContaining(String.valueOf(status))
        .message()
        .doesNotContain(KEY);
    assertThat(server.times()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 500, 503, 529})
  void aFaultOfTheProvidersMayPass(int status) {
    server.answers(status, "{\"error\":{\"message\":\"Oops\"}}");

    assertThatThrownBy(() -> model.ask(question())).isInstanceOf(HttpStatus.class);
    assertThat(server.times()).isEqualTo(1);
  }

  @Test
  void tooManyQuestionsAreTheWorkflowsToAskAgain() {
    server.limits();

    assertThatThrownBy(() -> model.ask(question())).isInstanceOf(HttpStatus.class);
    assertThat(server.times()).isEqualTo(1);
  }

  @Test
  void anErrorPageMayPass() {
    server.answers(502, "text/html", "<html>Bad gateway</html>");

    assertThatThrownBy(() -> model.ask(question())).isInstanceOf(HttpStatus.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Welcome</html>", "{}", "[]", "null", "{\"choices\":[]}"})
  void whatIsNoAnswerIsNotTakenForOne(String body) {
    server.answers(200, body);

    assertThatThrownBy(() -> model.ask(question())).isInstanceOf(ModelFailed.class);
  }

  @Test
  void anAnswerThatIsCutIsNone() {
    server.cuts("application/json", "{\"id\":");

    assertThatThrownBy(() -> model.ask(question())).isInstanceOf(HttpFailed.class);
  }

  @Test
  void anAnswerWithoutEndIsNotRead() {
    server.says("x".repeat(5_000_000));

    assertThatThrownBy(() -> model.ask(question())).isInstanceOf(HttpFailed.class);
  }

  @Test
  void aSlowProviderIsNotWaitedFor() {
    server.hangs();

    assertThatThrownBy(() -> model.ask(question().withTimeout(Duration.ofMillis(50))))
        .isInstanceOf(TimedOut.class);
  }

  @Test
  void saysThatNobodyAnswers() {
    server.close();

    assertThatThrownBy(() -> model.ask(question())).isInstanceOf(HttpFailed.class);
  }

  @Test
  void asksNoPrivateAddress() {
    ChatModel hidden = provider().open(internet, new ModelEndpoint("http://127.0.0.1:9/v1", KEY));

    assertThatThrownBy(() -> hidden.ask(question())).isInstanceOf(Refused.class);
  }

  @Test
  void handsOnAnAnswerPieceByPiece() {
    server.streams("On ", "its ", "way.");
    List<ModelResponseDelta> pieces = new ArrayList<>();

    ModelResponse answer = model.stream(question(), pieces::add);

    assertThat(pieces)
        .containsExactly(
            new ModelResponseDelta.Text("On "),
            new ModelResponseDelta.Text("its "),
            new ModelResponseDelta.Text("way."));
    assertThat(answer.text()).isEqualTo("On its way.");
    assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(answer.usage().promptTokens()).isPositive();
    assertThat(answer.usage().completionTokens()).isPositive();
  }

  @Test
  void handsOnACallPieceByPiece() {
    server.streamsCall("call_1", "look_up", "{\"urgency\":", "\"low\"}");
    List<ModelResponseDelta> pieces = new ArrayList<>();

    ModelResponse answer =
        model.stream(question().withTools(List.of(LOOK_UP), ToolChoice.AUTO), pieces::add);

    assertThat(answer.calls()).containsExactly(FIRST);
    assertThat(answer.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(pieces).allMatch(ModelResponseDelta.Call.class::isInstance);
    assertThat(((ModelResponseDelta.Call) pieces.getFirst()).name()).isEqualTo("look_up");
    assertThat(pieces.stream().map(piece -> ((ModelResponseDelta.Call) piece).arguments()))
        .contains("{\"urgency\":", "\"low\"}");
  }

  @Test
  void aStreamThatIsCutIsNoAnswer() {
    server.cutsStream("On ", "its ");
    List<ModelResponseDelta> pieces = new ArrayList<>();

    assertThatThrownBy(() -> model.stream(question(), pieces::add)).isInstanceOf(HttpFailed.class);
    assertThat(pieces).startsWith(new ModelResponseDelta.Text("On "));
  }

  @Test
  void aStreamIsRefusedAsAnAnswerIs() {
    server.limits().answers(401, "{\"error\":{\"message\":\"Wrong key " + KEY + "\"}}");

    assertThatThrownBy(() -> model.stream(question(), _ -> {})).isInstanceOf(HttpStatus.class);
    assertThatThrownBy(() -> model.stream(question(), _ -> {})).isInstanceOf(ModelFailed.class);
  }

  @Test
  void aSlowStreamIsNotWaitedFor() {
    server.hangs();

    assertThatThrownBy(() -> model.stream(question().withTimeout(Duration.ofMillis(50)), _ -> {}))
        .isInstanceOf(TimedOut.class);
  }
}
