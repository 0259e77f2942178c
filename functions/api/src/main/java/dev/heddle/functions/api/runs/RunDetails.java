package dev.heddle.functions.api.runs;

import dev.heddle.events.RunParent;
import dev.heddle.functions.api.workflows.GraphExample;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.shape.Example;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run with everything that is known of it.
 *
 * @param version 0 is the draft
 * @param parent the run that started it; absent when none did
 * @param graph the drawing it ran; null when its workflow was deleted
 */
public record RunDetails(
    @Example("run_8kd3n7vq2mxz5tb9w4fj") String id,
    @Example("wf_4mz7q2xk9t3bvn8rc6dh") String workflow,
    @Example("Support triage") String workflowName,
    @Example("3") long version,
    @Example("start") String trigger,
    @Nullable ParentRun parent,
    RunStatus status,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long durationMs,
    @Nullable String error,
    @Nullable String cause,
    @Example("{\"text\": \"The shop is down\"}") @Nullable JsonNode input,
    @Nullable JsonNode output,
    @Example(GraphExample.JSON) @Nullable JsonNode graph,
    List<NodeRunDetails> nodes) {

  /**
   * The run that started it.
   *
   * @param failed whether it did by failing
   */
  public record ParentRun(String run, String node, String path, boolean failed) {

    static @Nullable ParentRun of(@Nullable RunParent parent) {
      return parent == null
          ? null
          : new ParentRun(parent.run(), parent.node(), parent.path(), parent.hasFailed());
    }
  }

  static RunDetails of(Run run, JsonNode graph, List<NodeRunDetails> nodes) {
    return new RunDetails(
        run.id(),
        run.workflow(),
        run.workflowName(),
        run.version(),
        run.trigger(),
        ParentRun.of(run.parent()),
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
