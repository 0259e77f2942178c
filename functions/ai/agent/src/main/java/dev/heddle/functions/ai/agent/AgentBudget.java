package dev.heddle.functions.ai.agent;

import dev.heddle.functions.ai.model.ModelSettings;
import dev.heddle.functions.spec.agent.AgentConversation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an agent may still take. Only who has taken the turn reads it, so it can't be spent twice.
 */
record AgentBudget(AgentConfig config, AgentConversation conversation, Instant now) {

  /** Why there can be no turn that reads so many tokens, if there can be none. */
  Optional<String> refusal(long reading) {
    Integer seconds = config.seconds();
    if (seconds != null && Duration.between(conversation.startedAt(), now).toSeconds() >= seconds) {
      return Optional.of("The agent reached its limit of " + seconds + " seconds.");
    }
    if (left() <= reading) {
      return Optional.of(
          "The agent has "
              + Math.max(left(), 0)
              + " of its "
              + config.tokens()
              + " tokens left. Reading the conversation so far takes about "
              + reading
              + ".");
    }
    return Optional.empty();
  }

  /** The model's settings with no longer answer than can be paid for. */
  ModelSettings settings(long reading) {
    if (config.tokens() == null) {
      return config.settings();
    }
    int asked = config.maxTokens() == null ? Integer.MAX_VALUE : config.maxTokens();
    return config.settings().atMost((int) Math.min(asked, left() - reading));
  }

  private long left() {
    return config.tokens() == null ? Long.MAX_VALUE : config.tokens() - conversation.tokens();
  }

  /** Whether this is the last turn and must be an answer. */
  boolean mustAnswer() {
    return config.atLimit() == AgentConfig.AtLimit.ANSWER
        && conversation.turn() + 1 >= config.iterations();
  }
}
