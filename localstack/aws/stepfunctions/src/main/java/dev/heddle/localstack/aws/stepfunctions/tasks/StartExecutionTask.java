package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.machines.ExecutionStarter;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code states:startExecution}, alone or waiting for the child's end. */
public final class StartExecutionTask {
  private final Supplier<ExecutionStarter> starter;

  /** Starts children by {@code starts}, asked for when the first is started. */
  public StartExecutionTask(Supplier<ExecutionStarter> starts) {
    this.starter = starts;
  }

  CompletionStage<TaskReply> start(
      TaskResource.Service service, Payload arguments, Execution.Parent parent) {
    boolean waits =
        service.pattern() == TaskResource.IntegrationPattern.SYNC
            || service.pattern() == TaskResource.IntegrationPattern.SYNC_JSON;
    String arn = string(arguments, "StateMachineArn");
    if (arn == null) {
      throw new AwsFault("ValidationException", "The argument 'StateMachineArn' is missing");
    }
    var order =
        ExecutionStarter.StartRequest.of(arn, name(arguments, parent), input(arguments))
            .byTask(waits ? parent : null, string(arguments, "Name") == null);
    return starter.get().start(order).thenApply(child -> reply(child, waits));
  }

  private static TaskReply reply(Execution child, boolean waits) {
    JsonNode submitted = submitted(child);
    return waits
        ? new TaskReply.Submitted(submitted, child.arn())
        : new TaskReply.Result(submitted);
  }

  /** A name of its own for each attempt, so that a call repeated after a crash starts no twin. */
  private static String name(Payload arguments, Execution.Parent parent) {
    String requested = string(arguments, "Name");
    if (requested != null) {
      return requested;
    }
    String attempt = parent.execution() + "/" + parent.scope() + "/" + parent.sequence();
    return UUID.nameUUIDFromBytes(attempt.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private static String input(Payload arguments) {
    JsonNode input = arguments.json().get("Input");
    if (input == null || input.isNull()) {
      return "{}";
    }
    return input.isString() ? input.stringValue() : Json.text(input);
  }

  private static @Nullable String string(Payload arguments, String field) {
    JsonNode value = arguments.json().get(field);
    return value == null || !value.isString() ? null : value.stringValue();
  }

  private static JsonNode submitted(Execution child) {
    ObjectNode result = Json.object().put("ExecutionArn", child.arn());
    SdkHttpMetadata.add(result, 160, "application/x-amz-json-1.0");
    return result.put("StartDate", child.started());
  }
}
