package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the nodes of a draft are known to give: by what a caller says, their pins, the last run. */
record KnownOutputs(Runs runs, Workflows workflows, String workflow) {
  private static final int LAST = 20;

  Map<String, JsonNode> with(GraphDocument draft, @Nullable Map<String, JsonNode> given) {
    Map<String, JsonNode> outputs = new HashMap<>();
    lastRun().ifPresent(trace -> recorded(trace, outputs));
    for (GraphNode node : draft.nodes()) {
      if (node.pinned() != null) {
        outputs.put(node.id(), node.pinned().output());
      }
    }
    if (given != null) {
      outputs.putAll(given);
    }
    return outputs;
  }

  private Optional<RunTrace> lastRun() {
    return runs.list(workflow, null, LAST, null).items().stream()
        .filter(run -> run.version() == 0)
        .findFirst()
        .map(Run::id)
        .flatMap(runs::trace);
  }

  /** What a run's nodes gave is read off the drawing that ran: the draft may be another by now. */
  private void recorded(RunTrace trace, Map<String, JsonNode> outputs) {
    RunMap map =
        workflows
            .build(workflow, trace.run().build())
            .map(BuildRunMaps::runMap)
            .orElse(RunMap.NONE);
    for (NodeRunDetails node : RunReport.of(trace, "", map)) {
      JsonNode output = node.output();
      if (output != null) {
        outputs.put(node.node(), output);
      }
    }
  }
}
