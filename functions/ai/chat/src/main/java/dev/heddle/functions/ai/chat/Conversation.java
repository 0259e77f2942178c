package dev.heddle.functions.ai.chat;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.heddle.functions.ai.model.Endpoint;
import dev.heddle.functions.ai.model.JsonSchema;
import dev.heddle.functions.ai.model.SdkJson;
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
      ChatConfig config, Endpoint endpoint, JsonSchema schema) {
    return params(config, endpoint).responseFormat(SdkJson.format(schema)).build();
  }

  private static ChatCompletionCreateParams.Builder params(ChatConfig config, Endpoint endpoint) {
    var params = config.settings().request(endpoint);
    String system = config.system();
    if (system != null && !system.isBlank()) {
      params.addSystemMessage(system);
    }
    return params.addUserMessage(config.prompt());
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
