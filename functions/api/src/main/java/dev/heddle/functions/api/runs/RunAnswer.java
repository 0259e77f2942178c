package dev.heddle.functions.api.runs;

import dev.heddle.functions.core.run.Run;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run with everything that is known of it.
 *
 * @param version 0 is the draft
 * @param graph the drawing it ran; null when its workflow was deleted
 */
public record RunAnswer(
    String id,
    String workflow,
    String workflowName,
    long version,
    String trigger,
    RunStatus status,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long durationMs,
    @Nullable String error,
    @Nullable String cause,
    @Nullable JsonNode input,
    @Nullable JsonNode output,
    @Nullable JsonNode graph,
    List<NodeAnswer> nodes) {

  static RunAnswer of(Run run, JsonNode graph, List<NodeAnswer> nodes) {
    return new RunAnswer(
        run.id(),
        run.workflow(),
        run.workflowName(),
        run.version(),
        run.trigger(),
        RunStatus.of(run.status()),
        run.startedAt(),
        run.endedAt(),
        RunSummary.millis(run.startedAt(), run.endedAt()),
        run.error(),
        run.cause(),
        run.input(),
        run.output(),
        graph,
        nodes);
  }
}
