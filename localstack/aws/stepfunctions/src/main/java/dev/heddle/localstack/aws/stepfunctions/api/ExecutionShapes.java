package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import tools.jackson.databind.node.ObjectNode;

/** How executions are shown. */
final class ExecutionShapes {
  private ExecutionShapes() {}

  static ObjectNode item(StoredExecution storedExecution) {
    Execution execution = storedExecution.execution();
    ObjectNode shown =
        Json.object()
            .put("executionArn", execution.arn())
            .put("stateMachineArn", execution.machineArn())
            .put("name", execution.name())
            .put("status", storedExecution.progress().status().name())
            .put("startDate", ResponseFields.seconds(execution.started()));
    if (storedExecution.progress().stopped() != null) {
      shown.put("stopDate", ResponseFields.seconds(storedExecution.progress().stopped()));
    }
    if (execution.item() != null) {
      shown.put("mapRunArn", execution.item().mapRun());
    }
    ResponseFields.put(shown, "stateMachineVersionArn", execution.versionArn());
    ResponseFields.put(shown, "stateMachineAliasArn", execution.aliasArn());
    if (storedExecution.progress().redriven() != null) {
      shown.put("redriveDate", ResponseFields.seconds(storedExecution.progress().redriven()));
    }
    return shown.put("redriveCount", storedExecution.progress().redrives());
  }

  static ObjectNode describe(StoredExecution storedExecution) {
    ExecutionProgress progress = storedExecution.progress();
    ObjectNode shown = item(storedExecution);
    shown
        .put("input", storedExecution.execution().input())
        .set("inputDetails", ResponseFields.included());
    if (progress.output() != null) {
      shown.put("output", progress.output()).set("outputDetails", ResponseFields.included());
    }
    ResponseFields.put(shown, "error", progress.error());
    ResponseFields.put(shown, "cause", progress.cause());
    ResponseFields.put(shown, "traceHeader", storedExecution.execution().trace());
    ExecutionStatus status = progress.status();
    boolean redrivable = status.ended() && status != ExecutionStatus.SUCCEEDED;
    if (!redrivable) {
      String reason = "Execution is " + status + " and cannot be redriven";
      shown.put("redriveStatusReason", reason);
    }
    return shown.put("redriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
  }
}
