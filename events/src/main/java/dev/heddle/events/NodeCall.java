package dev.heddle.events;

import tools.jackson.databind.JsonNode;

/**
 * What a compiled workflow sends to a node's function: who calls, and the node's evaluated config.
 *
 * @param path where in nested containers the call stands, such as {@code each1[3].loop2[0]}; empty
 *     at the top. Side effects are deduplicated by (run, node, path), never by attempt.
 */
public record NodeCall(
    String tenant, String workflow, String run, String node, String path, JsonNode config) {}
