package dev.heddle.functions.spec.agent;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * How an agent stands.
 *
 * @param config its settings, as they were when it began
 * @param turn the number of the next turn
 */
public record AgentConversation(
    JsonNode config, int turn, long promptTokens, long completionTokens, Instant startedAt) {

  /** What all turns so far took. */
  public long tokens() {
    return promptTokens + completionTokens;
  }
}
