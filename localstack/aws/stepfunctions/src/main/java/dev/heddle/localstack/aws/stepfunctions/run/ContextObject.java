package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a state knows about the run it is in. */
final class ContextObject {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private ContextObject() {}

  static ObjectNode of(LiveExecution run, BranchScope scope, @Nullable String token) {
    if (run.context != null) {
      return run.context.deepCopy();
    }
    ObjectNode context = Json.object();
    context.set("Execution", execution(run));
    context.set("StateMachine", machine(run.execution));
    context.set("State", state(scope));
    if (token != null) {
      context.putObject("Task").put("Token", token);
    }
    addItem(context, run, scope);
    return context;
  }

  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  private static ObjectNode execution(LiveExecution run) {
    ObjectNode execution = Json.object();
    execution.put("Id", run.execution.arn());
    execution.set("Input", run.input.json());
    execution.put("StartTime", time(run.execution.started()));
    execution.put("Name", run.execution.name());
    execution.put("RoleArn", run.execution.roleArn());
    execution.put("RedriveCount", run.progress.redrives());
    return execution;
  }

  private static ObjectNode machine(Execution execution) {
    ObjectNode machine = Json.object();
    machine.put("Id", execution.machineArn());
    machine.put("Name", execution.machineName());
    return machine;
  }

  private static ObjectNode state(BranchScope scope) {
    ObjectNode state = Json.object();
    state.put("Name", scope.state);
    state.put("EnteredTime", time(scope.enteredAt));
    if (scope.current().recovers()) {
      state.put("RetryCount", scope.retries);
    }
    return state;
  }

  /** The item of the iteration the scope is in, if it is in one. */
  private static void addItem(ObjectNode context, LiveExecution run, BranchScope scope) {
    for (BranchScope at = scope; at.parent != null; at = at.parent) {
      Payload items = run.items.get(at.parent.id);
      if (items != null) {
        item(context, at.index, items.json().get(at.index));
        return;
      }
    }
  }

  static void item(ObjectNode context, int index, JsonNode value) {
    context.putObject("Map").putObject("Item").put("Index", index).set("Value", value);
  }
}
