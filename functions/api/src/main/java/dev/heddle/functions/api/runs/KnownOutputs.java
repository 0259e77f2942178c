package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.functions.spec.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the nodes of a draft are known to give: by what a caller says, their pins, the last run. */
record KnownOutputs(Runs runs, Workflow workflow) {
  private static final int LAST = 20;

  Map<String, JsonNode> with(@Nullable Map<String, JsonNode> given) {
    Map<String, JsonNode> outputs = new HashMap<>();
    lastRun().ifPresent(trace -> recorded(trace, outputs));
    for (JsonNode node : workflow.graph().path("nodes").values()) {
      JsonNode pinned = node.path("pinned").path("output");
      if (!pinned.isMissingNode()) {
        outputs.put(node.path("id").asString(""), pinned);
      }
    }
    if (given != null) {
      outputs.putAll(given);
    }
    return outputs;
  }

  private Optional<Trace> lastRun() {
    return runs.list(workflow.id(), null, LAST, null).items().stream()
        .filter(run -> run.version() == 0)
        .findFirst()
        .map(Run::id)
        .flatMap(runs::trace);
  }

  private void recorded(Trace trace, Map<String, JsonNode> outputs) {
    for (NodeAnswer node : Report.of(trace, "", workflow.graph(), GeneratedCatalog.vocabulary())) {
      JsonNode output = node.output();
      if (output != null) {
        outputs.put(node.node(), output);
      }
    }
  }
}
