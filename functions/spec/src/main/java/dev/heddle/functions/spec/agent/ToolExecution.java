package dev.heddle.functions.spec.agent;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call of an agent's tool, as it is kept: what is to be done, by what, and what came of it.
 *
 * @param arguments checked against the tool's schema, or null when nothing is to be called
 * @param machine the version of a workflow's machine that was started for it
 * @param result what it gave; absent until it is known
 */
public record ToolExecution(
    String id,
    String tool,
    JsonNode arguments,
    @Nullable String machine,
    @Nullable JsonNode result) {

  /** A call that is still to be made. */
  public static ToolExecution pending(String id, String tool, JsonNode arguments) {
    return new ToolExecution(id, tool, arguments, null, null);
  }

  /** The same with a result. */
  public ToolExecution giving(JsonNode result) {
    return new ToolExecution(id, tool, arguments, machine, result);
  }

  /** The same, carried out by a machine's version. */
  public ToolExecution by(String machine) {
    return new ToolExecution(id, tool, arguments, machine, result);
  }
}
