package dev.heddle.events;

/**
 * Which agent is at work: the node of a run, and where in nested containers it stands.
 *
 * @param path as in {@link NodeCall}
 */
public record AgentRef(String tenant, String workflow, String run, String node, String path) {}
