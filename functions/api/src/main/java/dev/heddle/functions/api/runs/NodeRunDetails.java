package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.NodeRun;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.VariantName;
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
public record NodeRunDetails(
    @Example("set1") String node,
    @Example("") String path,
    IterationView.@Nullable Counts iterations,
    Status status,
    @Example("main") @Nullable String port,
    @Example("1") int attempts,
    @Example("2030-01-31T09:00:00Z") @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long durationMs,
    @Example("{\"text\": \"The shop is down\"}") @Nullable JsonNode input,
    @Nullable JsonNode sent,
    @Example("{\"queue\": \"urgent\"}") @Nullable JsonNode output,
    @Nullable String error,
    @Nullable String cause,
    @Nullable JsonNode usage) {

  /** How a node stands. */
  public enum Status {
    @VariantName
    RUNNING,
    @VariantName
    WAITING,
    @VariantName
    SUCCEEDED,
    @VariantName
    FAILED,
    /** Switched off, or not reached in a run that has ended. */
    @VariantName
    SKIPPED
  }

  static NodeRunDetails of(
      NodeRun run, @Nullable String port, @Nullable JsonNode input, @Nullable JsonNode output) {
    return new NodeRunDetails(
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
  NodeRunDetails among(IterationView.@Nullable Counts counts) {
    return new NodeRunDetails(
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
  static NodeRunDetails skipped(String node) {
    return passedOver(node, null, null, null);
  }

  /** One that is switched off: it gives its input, by a port chosen for that. */
  static NodeRunDetails passedOver(
      String node, @Nullable String port, @Nullable JsonNode input, @Nullable JsonNode output) {
    return new NodeRunDetails(
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
