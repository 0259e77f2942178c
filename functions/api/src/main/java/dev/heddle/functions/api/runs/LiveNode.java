package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.NodeRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a node of a run stands, without its data. */
public record LiveNode(
    String node,
    String path,
    NodeRunDetails.Status status,
    @Nullable String port,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String error) {

  /** The node as it is recorded. */
  public static LiveNode of(NodeRun run) {
    return new LiveNode(
        run.node(),
        run.path(),
        NodeRunDetails.Status.valueOf(run.status().name()),
        run.port(),
        run.attempts(),
        run.startedAt(),
        run.endedAt(),
        run.error());
  }
}
