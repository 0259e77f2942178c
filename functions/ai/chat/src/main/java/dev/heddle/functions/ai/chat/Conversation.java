package dev.heddle.functions.ai.chat;

import com.openai.core.JsonValue;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.ResponseFormatJsonSchema.JsonSchema;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.heddle.functions.core.catalog.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is said to the model. */
final class Conversation {
  private Conversation() {}

  /** The question of a config, for an answer in words. */
  static ChatCompletionCreateParams opening(ChatConfig config, Endpoint endpoint) {
    return params(config, endpoint).build();
  }

  /** The question of a config, for an answer that fits a schema. */
  static ChatCompletionCreateParams opening(
      ChatConfig config, Endpoint endpoint, AnswerSchema schema) {
    return params(config, endpoint).responseFormat(format(schema.json())).build();
  }

  private static ChatCompletionCreateParams.Builder params(ChatConfig config, Endpoint endpoint) {
    var params = ChatCompletionCreateParams.builder().model(config.model());
    String system = config.system();
    if (system != null && !system.isBlank()) {
      params.addSystemMessage(system);
    }
    params.addUserMessage(config.prompt());
    Double temperature = config.temperature();
    if (temperature != null) {
      params.temperature(temperature);
    }
    limit(params, config.maxTokens(), endpoint);
    return params;
  }

  private static void limit(
      ChatCompletionCreateParams.Builder params, @Nullable Integer maxTokens, Endpoint endpoint) {
    if (maxTokens == null) {
      return;
    }
    if (endpoint.isOpenAi()) {
      params.maxCompletionTokens(maxTokens);
    } else {
      params.maxTokens(maxTokens.longValue());
    }
  }

  private static ResponseFormatJsonSchema format(JsonNode schema) {
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      properties.put(
          entry.getKey(), JsonValue.from(Wire.JSON.treeToValue(entry.getValue(), Object.class)));
    }
    return ResponseFormatJsonSchema.builder()
        .jsonSchema(
            JsonSchema.builder()
                .name("answer")
                .schema(JsonSchema.Schema.builder().putAllAdditionalProperties(properties).build())
                .build())
        .build();
  }

  /** The same question again, with the answer given and what was wrong with it. */
  static ChatCompletionCreateParams repair(
      ChatCompletionCreateParams opening, String given, String wrong, JsonNode schema) {
    return opening.toBuilder()
        .addAssistantMessage(given)
        .addUserMessage(
            "That answer can't be used: "
                + wrong
                + " Answer again with nothing but JSON that fits this schema: "
                + schema)
        .build();
  }
}
