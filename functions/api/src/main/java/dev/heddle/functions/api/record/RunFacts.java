package dev.heddle.functions.api.record;

import dev.heddle.events.RunInput;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.ValuePreview;
import dev.heddle.functions.spec.shape.WireJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an event says of the run as a whole. */
final class RunFacts {
  private RunFacts() {}

  /** The run that began with an event; of its payload only as much as is recorded is kept. */
  static Run started(ExecutionEvent started, RunInput input, String workflowName) {
    return Run.started(
        input.withPayload(ValuePreview.kept(input.payload())), workflowName, started.at());
  }

  /** What the execution was started with; another run doesn't know version and build. */
  static RunInput input(ExecutionEvent started) {
    return input(started, "");
  }

  /** The same, where it may stand in a field of its own. */
  static RunInput input(ExecutionEvent started, String field) {
    JsonNode input = started.json("input");
    ObjectNode all = WireJson.MAPPER.createObjectNode().put("version", 0).put("build", "");
    ((ObjectNode) (input.has(field) ? input.path(field) : input))
        .properties().stream()
            .filter(entry -> !entry.getValue().isNull())
            .forEach(entry -> all.set(entry.getKey(), entry.getValue()));
    return WireJson.MAPPER.treeToValue(all, RunInput.class);
  }

  /** The run as it stands after an event. */
  static Run with(Run run, ExecutionEvent event) {
    return switch (event.type()) {
      case "ExecutionSucceeded" -> ended(run, event, Run.Status.SUCCEEDED, event.kept("output"));
      case "ExecutionFailed" -> ended(run, event, Run.Status.FAILED, null);
      case "ExecutionTimedOut" -> ended(run, event, Run.Status.TIMED_OUT, null);
      case "ExecutionAborted" -> ended(run, event, Run.Status.STOPPED, null);
      case "ExecutionRedriven" -> run.redriven();
      default -> run;
    };
  }

  private static Run ended(
      Run run, ExecutionEvent event, Run.Status status, @Nullable JsonNode output) {
    Instant at = event.at().isBefore(run.startedAt()) ? run.startedAt() : event.at();
    return run.ended(status, at, output, event.error(), event.cause());
  }
}
