package dev.heddle.functions.ai.openai;

import com.openai.core.ClientOptions;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.services.blocking.chat.ChatCompletionService;
import com.openai.services.blocking.chat.ChatCompletionServiceImpl;
import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.model.ModelRequest;
import dev.heddle.functions.spec.model.ModelResponse;
import dev.heddle.functions.spec.model.ModelResponseDelta;
import dev.heddle.functions.spec.port.OutboundHttp;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Asks one endpoint. The chat service is made directly, not through the SDK's client of everything,
 * so that a packed function carries the classes of chat alone.
 */
final class OpenAiModel implements ChatModel {
  private final OutboundHttp internet;
  private final ModelEndpoint endpoint;
  private final SdkErrors errors;

  /** A client of this endpoint, through the guard. */
  OpenAiModel(OutboundHttp internet, ModelEndpoint endpoint) {
    this.internet = internet;
    this.endpoint = endpoint;
    errors = new SdkErrors(endpoint.key());
  }

  @Override
  public ModelResponse ask(ModelRequest question) {
    return errors.named(
        () ->
            ChatAnswer.of(
                service(question.timeout()).create(ChatRequest.of(question, endpoint).build())));
  }

  @Override
  public ModelResponse stream(ModelRequest question, Consumer<ModelResponseDelta> pieces) {
    return errors.named(() -> streamed(question, new ChatStream(pieces)));
  }

  private ModelResponse streamed(ModelRequest question, ChatStream answer) {
    var request = ChatRequest.streaming(question, endpoint).build();
    try (StreamResponse<ChatCompletionChunk> chunks =
        service(question.timeout()).createStreaming(request)) {
      chunks.stream().forEach(answer::add);
    }
    return answer.whole();
  }

  private ChatCompletionService service(Duration timeout) {
    return new ChatCompletionServiceImpl(
        ClientOptions.builder()
            .httpClient(new GuardedTransport(internet, endpoint.key(), timeout))
            .checkJacksonVersionCompatibility(false)
            .disableTelemetry(true)
            .baseUrl(endpoint.baseUrl())
            .apiKey("set by the transport")
            .timeout(timeout)
            .maxRetries(0)
            .build());
  }
}
