package dev.heddle.functions.spec.run;

import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one node did in a run.
 *
 * @param path of the iteration; empty outside containers
 * @param sent the evaluated config its function was called with
 * @param port the port it left by
 */
public record NodeRun(
    String node,
    String path,
    Status status,
    @Nullable String port,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable JsonNode sent,
    @Nullable JsonNode output,
    @Nullable String error,
    @Nullable String cause,
    @Nullable JsonNode usage) {

  /**
   * How a node stands; a node without a record was not reached, or is skipped when the run ended.
   */
  public enum Status {
    RUNNING,
    WAITING,
    SUCCEEDED,
    FAILED
  }

  /** What a trigger did: it gave a run its input at once. */
  public static NodeRun fired(String trigger, Instant at, @Nullable JsonNode output) {
    return new NodeRun(
        trigger, "", Status.SUCCEEDED, NodePorts.MAIN, 1, at, at, null, output, null, null, null);
  }

  /** The same, with this error. */
  public NodeRun withError(@Nullable String error, @Nullable String cause) {
    return new NodeRun(
        node, path, status, port, attempts, startedAt, endedAt, sent, output, error, cause, usage);
  }
}
