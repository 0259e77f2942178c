package dev.heddle.functions.ai.model;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import org.jspecify.annotations.Nullable;

/**
 * Which model is asked, where, and how: the settings that all nodes with a model have.
 *
 * @param baseUrl of the provider; the deployment's own when absent
 * @param apiKey the name of the tenant's secret
 */
public record ModelSettings(
    String model,
    @Nullable Double temperature,
    @Nullable Integer maxTokens,
    @Nullable String baseUrl,
    @Nullable String apiKey) {

  /** A request without messages. */
  public ChatCompletionCreateParams.Builder request(Endpoint endpoint) {
    var request = ChatCompletionCreateParams.builder().model(model);
    if (temperature != null) {
      request.temperature(temperature);
    }
    if (maxTokens != null) {
      limit(request, maxTokens, endpoint);
    }
    return request;
  }

  /** The same with another longest answer. */
  public ModelSettings atMost(int tokens) {
    return new ModelSettings(model, temperature, tokens, baseUrl, apiKey);
  }

  private static void limit(
      ChatCompletionCreateParams.Builder request, int tokens, Endpoint endpoint) {
    if (endpoint.isOpenAi()) {
      request.maxCompletionTokens(tokens);
    } else {
      request.maxTokens(tokens);
    }
  }
}
