package dev.heddle.functions.ai.chat;

import dev.heddle.functions.spec.model.Message;
import dev.heddle.functions.spec.model.Question;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What is said to the model. */
final class Conversation {
  private static final Duration FIRST = Duration.ofSeconds(200);
  private static final Duration REPAIR = Duration.ofSeconds(90);

  private Conversation() {}

  /** The question of a config. */
  static Question opening(ChatConfig config) {
    Question question = config.settings().question(FIRST);
    String system = config.system();
    return (system == null || system.isBlank()
            ? question
            : question.say(new Message.SystemPrompt(system)))
        .say(Message.User.of(config.prompt()));
  }

  /** The same question again, with the answer given and what was wrong with it. */
  static Question repair(Question opening, String given, String wrong, JsonNode schema) {
    return opening
        .within(REPAIR)
        .say(
            Message.Assistant.of(given),
            Message.User.of(
                "That answer can't be used: "
                    + wrong
                    + " Answer again with nothing but JSON that fits this schema: "
                    + schema));
  }
}
