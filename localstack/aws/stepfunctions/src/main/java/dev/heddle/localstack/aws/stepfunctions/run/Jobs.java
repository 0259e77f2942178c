package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Resource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.Progress;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a task learns of the execution it waited for. */
final class Jobs {
  private Jobs() {}

  static Outcome outcome(Saved job, Resource resource) {
    boolean json =
        resource instanceof Resource.Service service
            && service.pattern() == Resource.Pattern.SYNC_JSON;
    boolean well = job.progress().status() == Status.SUCCEEDED;
    ObjectNode description = describe(job, json && well);
    return well
        ? Outcome.of(Json.text(description))
        : Outcome.failed("States.TaskFailed", Json.text(description));
  }

  private static ObjectNode describe(Saved job, boolean json) {
    Execution execution = job.execution();
    Progress progress = job.progress();
    ObjectNode description = Json.object();
    if (progress.cause() != null) {
      description.put("Cause", progress.cause());
    }
    if (progress.error() != null) {
      description.put("Error", progress.error());
    }
    description.put("ExecutionArn", execution.arn());
    description.set("Input", value(execution.input(), json));
    description.set("InputDetails", included());
    description.put("Name", execution.name());
    if (progress.output() != null) {
      description.set("Output", value(progress.output(), json));
      description.set("OutputDetails", included());
    }
    description.put("StartDate", execution.started());
    description.put("StateMachineArn", execution.machineArn());
    description.put("Status", progress.status().name());
    if (progress.stopped() != null) {
      description.put("StopDate", progress.stopped());
    }
    return description;
  }

  private static JsonNode value(String text, boolean json) {
    return json ? Json.parse(text) : Json.string(text);
  }

  private static ObjectNode included() {
    return Json.object().put("Included", true);
  }
}
