package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.Progress;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import tools.jackson.databind.node.ObjectNode;

/** How executions are shown. */
final class ExecutionShapes {
  private ExecutionShapes() {}

  static ObjectNode item(Saved saved) {
    Execution execution = saved.execution();
    ObjectNode shown =
        Json.object()
            .put("executionArn", execution.arn())
            .put("stateMachineArn", execution.machineArn())
            .put("name", execution.name())
            .put("status", saved.progress().status().name())
            .put("startDate", Shapes.seconds(execution.started()));
    if (saved.progress().stopped() != null) {
      shown.put("stopDate", Shapes.seconds(saved.progress().stopped()));
    }
    if (execution.item() != null) {
      shown.put("mapRunArn", execution.item().mapRun());
    }
    Shapes.put(shown, "stateMachineVersionArn", execution.versionArn());
    Shapes.put(shown, "stateMachineAliasArn", execution.aliasArn());
    if (saved.progress().redriven() != null) {
      shown.put("redriveDate", Shapes.seconds(saved.progress().redriven()));
    }
    return shown.put("redriveCount", saved.progress().redrives());
  }

  static ObjectNode describe(Saved saved) {
    Progress progress = saved.progress();
    ObjectNode shown = item(saved);
    shown.put("input", saved.execution().input()).set("inputDetails", Shapes.included());
    if (progress.output() != null) {
      shown.put("output", progress.output()).set("outputDetails", Shapes.included());
    }
    Shapes.put(shown, "error", progress.error());
    Shapes.put(shown, "cause", progress.cause());
    Shapes.put(shown, "traceHeader", saved.execution().trace());
    Status status = progress.status();
    boolean redrivable = status.ended() && status != Status.SUCCEEDED;
    if (!redrivable) {
      String reason = "Execution is " + status + " and cannot be redriven";
      shown.put("redriveStatusReason", reason);
    }
    return shown.put("redriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
  }
}
