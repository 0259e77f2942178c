package dev.heddle.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a turn of an agent's model came to.
 *
 * @param next {@link #TOOLS} or {@link #ANSWER}
 * @param calls the calls to be made; their arguments lie in the store
 * @param tokens what all turns so far took
 * @param output the agent's, with an answer
 */
public record AgentTurnReply(
    String next, List<RequestedCall> calls, long tokens, @Nullable JsonNode output) {

  /** The calls are to be made, and the model asked again. */
  public static final String TOOLS = "tools";

  /** The agent is done. */
  public static final String ANSWER = "answer";

  /** The same, with nothing to be called. */
  public AgentTurnReply withoutCalls() {
    return new AgentTurnReply(next, List.of(), tokens, output);
  }

  /** A call of a tool that the model asks for; {@code approve}: only if a person agrees. */
  public record RequestedCall(String id, String tool, boolean approve) {}
}
