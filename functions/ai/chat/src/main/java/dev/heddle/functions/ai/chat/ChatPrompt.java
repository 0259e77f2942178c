package dev.heddle.functions.ai.chat;

import dev.heddle.functions.spec.model.ChatMessage;
import dev.heddle.functions.spec.model.ModelRequest;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What is said to the model. */
final class ChatPrompt {
  private static final Duration FIRST = Duration.ofSeconds(200);
  private static final Duration REPAIR = Duration.ofSeconds(90);

  private ChatPrompt() {}

  /** The question of a config. */
  static ModelRequest opening(ChatConfig config) {
    ModelRequest question = config.settings().question(FIRST);
    String system = config.system();
    return (system == null || system.isBlank()
            ? question
            : question.withMessages(new ChatMessage.SystemPrompt(system)))
        .withMessages(ChatMessage.User.of(config.prompt()));
  }

  /** The same question again, with the answer given and what was wrong with it. */
  static ModelRequest repair(ModelRequest opening, String given, String wrong, JsonNode schema) {
    return opening
        .withTimeout(REPAIR)
        .withMessages(
            ChatMessage.Assistant.of(given),
            ChatMessage.User.of(
                "That answer can't be used: "
                    + wrong
                    + " Answer again with only JSON that matches this schema: "
                    + schema));
  }
}
