package dev.heddle.functions.api.record;

import dev.heddle.events.RunInput;
import dev.heddle.functions.core.catalog.Wire;
import dev.heddle.functions.core.run.Preview;
import dev.heddle.functions.core.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an event says of the run as a whole. */
final class RunFacts {
  private RunFacts() {}

  /** The run that began with an event. */
  static Run begun(LogEvent started, String workflowName) {
    RunInput input = input(started);
    return new Run(
        input.run(),
        input.workflow(),
        workflowName,
        input.version(),
        input.build(),
        input.trigger(),
        Run.Status.RUNNING,
        started.at(),
        null,
        Preview.kept(input.payload()),
        null,
        null,
        null);
  }

  /** What the execution was started with. */
  static RunInput input(LogEvent started) {
    return Wire.JSON.treeToValue(started.json("input"), RunInput.class);
  }

  /** The run as it stands after an event; an end stays the end. */
  static Run with(Run run, LogEvent event) {
    return switch (event.type()) {
      case "ExecutionSucceeded" -> ended(run, event, Run.Status.SUCCEEDED, event.kept("output"));
      case "ExecutionFailed" -> ended(run, event, Run.Status.FAILED, null);
      case "ExecutionTimedOut" -> ended(run, event, Run.Status.TIMED_OUT, null);
      case "ExecutionAborted" -> ended(run, event, Run.Status.STOPPED, null);
      default -> run;
    };
  }

  private static Run ended(Run run, LogEvent event, Run.Status status, @Nullable JsonNode output) {
    Instant at = event.at().isBefore(run.startedAt()) ? run.startedAt() : event.at();
    return new Run(
        run.id(),
        run.workflow(),
        run.workflowName(),
        run.version(),
        run.build(),
        run.trigger(),
        status,
        run.startedAt(),
        at,
        run.input(),
        output,
        event.error(),
        event.cause());
  }
}
