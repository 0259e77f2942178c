package dev.heddle.functions.spec.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.heddle.events.AgentTurnReply;
import dev.heddle.functions.spec.model.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One turn of an agent's conversation: what the model was told, what it answered, and the tool
 * calls it asked for.
 *
 * <p>Two of its names on disk are older than those here, for conversations that are stored.
 *
 * @param toolResults of the calls of the turn before
 * @param text what the model said
 * @param requestedCalls the calls it asked for, fit to be shown to it again
 * @param providerData what the provider wants back with what the model said; see {@link
 *     dev.heddle.functions.spec.model.ChatMessage.Assistant}
 * @param reply what the machine was answered
 */
public record ConversationTurn(
    int number,
    @JsonProperty("told") List<ToolResult> toolResults,
    String text,
    @JsonProperty("wanted") List<ToolCall> requestedCalls,
    @Nullable JsonNode providerData,
    AgentTurnReply reply) {

  /** The result of a call, as the model is given it. */
  public record ToolResult(String id, String text) {}
}
