package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a task learns of the execution it waited for. */
final class JobResult {
  private JobResult() {}

  static TaskOutcome outcome(StoredExecution job, TaskResource resource) {
    boolean json =
        resource instanceof TaskResource.Service service
            && service.pattern() == TaskResource.IntegrationPattern.SYNC_JSON;
    boolean well = job.progress().status() == ExecutionStatus.SUCCEEDED;
    ObjectNode description = describe(job, json && well);
    return well
        ? TaskOutcome.of(Json.text(description))
        : TaskOutcome.failed("States.TaskFailed", Json.text(description));
  }

  private static ObjectNode describe(StoredExecution job, boolean json) {
    Execution execution = job.execution();
    ExecutionProgress progress = job.progress();
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
