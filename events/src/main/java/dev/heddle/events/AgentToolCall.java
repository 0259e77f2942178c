package dev.heddle.events;

/**
 * Asks for one call of a tool.
 *
 * @param ended whether the workflow it wanted run has ended, and its result is to be kept
 */
public record AgentToolCall(AgentRef agent, int turn, String call, boolean ended) {}
