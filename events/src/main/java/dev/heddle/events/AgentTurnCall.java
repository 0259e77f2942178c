package dev.heddle.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks for one turn of an agent's model.
 *
 * @param turn its number, from 0; asking for the same again gives the same reply
 * @param ended how the calls of the turn before ended
 * @param config the agent's settings, with the first turn
 */
public record AgentTurnCall(
    AgentRef agent, int turn, List<ToolCallEnd> ended, @Nullable JsonNode config) {}
