package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.NodeRun;
import dev.heddle.functions.spec.shape.Variant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one node did in a run. Values over 48 KiB, and those that would make the whole answer too
 * long, are previews: {@code {"$size", "$preview"}}.
 *
 * @param path of the iteration this tells of; empty outside containers
 * @param iterations how often it ran in the iterations of containers; absent for what runs once
 * @param port the port it left by
 * @param input the output of the node before it; of several, an object by id
 * @param sent the evaluated config its function was called with
 */
public record NodeAnswer(
    String node,
    String path,
    Iterations.@Nullable Counts iterations,
    Status status,
    @Nullable String port,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long durationMs,
    @Nullable JsonNode input,
    @Nullable JsonNode sent,
    @Nullable JsonNode output,
    @Nullable String error,
    @Nullable String cause,
    @Nullable JsonNode usage) {

  /** How a node stands. */
  public enum Status {
    @Variant
    RUNNING,
    @Variant
    WAITING,
    @Variant
    SUCCEEDED,
    @Variant
    FAILED,
    /** Switched off, or not reached in a run that has ended. */
    @Variant
    SKIPPED
  }

  static NodeAnswer of(
      NodeRun run, @Nullable String port, @Nullable JsonNode input, @Nullable JsonNode output) {
    return new NodeAnswer(
        run.node(),
        run.path(),
        null,
        Status.valueOf(run.status().name()),
        port,
        run.attempts(),
        run.startedAt(),
        run.endedAt(),
        RunSummary.millis(run.startedAt(), run.endedAt()),
        input,
        run.sent(),
        output,
        run.error(),
        run.cause(),
        run.usage());
  }

  /** The same, one of several iterations. */
  NodeAnswer among(Iterations.@Nullable Counts counts) {
    return new NodeAnswer(
        node,
        path,
        counts,
        status,
        port,
        attempts,
        startedAt,
        endedAt,
        durationMs,
        input,
        sent,
        output,
        error,
        cause,
        usage);
  }

  /** One that was not reached. */
  static NodeAnswer skipped(String node) {
    return passedOver(node, null, null, null);
  }

  /** One that is switched off: it gives its input, by a port chosen for that. */
  static NodeAnswer passedOver(
      String node, @Nullable String port, @Nullable JsonNode input, @Nullable JsonNode output) {
    return new NodeAnswer(
        node,
        "",
        null,
        Status.SKIPPED,
        port,
        0,
        null,
        null,
        null,
        input,
        null,
        output,
        null,
        null,
        null);
  }
}
