package dev.heddle.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a compiled workflow sends to a node's function: who calls, and the node's evaluated config.
 *
 * @param path where in nested containers the call stands, such as {@code each1[3].loop2[0]}; empty
 *     at the top. Side effects are deduplicated by (run, node, path), never by attempt.
 * @param token what completes the task of a node that waits; null for a node that answers. Whoever
 *     has it can let the run go on, so it is never logged or recorded
 */
public record NodeCall(
    String tenant,
    String workflow,
    String run,
    String node,
    String path,
    JsonNode config,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

  /** All of it, as it comes over the wire. */
  @JsonCreator
  public NodeCall {}

  /** A call of a node that answers. */
  public NodeCall(
      String tenant, String workflow, String run, String node, String path, JsonNode config) {
    this(tenant, workflow, run, node, path, config, null);
  }

  /** The token of a node that waits. */
  public String requiredToken() {
    if (token == null) {
      throw new IllegalStateException(node + " was called as a node that answers");
    }
    return token;
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "NodeCall[" + run + "/" + path + "/" + node + "]";
  }
}
