package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Calls a task's resource through the ports. */
public final class ServiceTaskCaller implements TaskCaller {
  private final LambdaTask lambda;
  private final StartExecutionTask children;
  private final JsonServiceCaller services;
  private final S3Caller files;

  /** Calls through the ports; executions are started by {@code children}. */
  public ServiceTaskCaller(EnginePorts ports, StartExecutionTask children) {
    this.lambda = new LambdaTask(ports.lambda());
    this.children = children;
    this.services = new JsonServiceCaller(ports.aws());
    this.files = new S3Caller(ports.aws());
  }

  @Override
  public CompletionStage<TaskReply> call(Call call) {
    String title = title(call.resource());
    try {
      return begin(call).exceptionally(thrown -> failed(title, thrown));
    } catch (RuntimeException e) {
      // Ports are foreign code: whatever they throw is the task's failure.
      return CompletableFuture.completedFuture(failed(title, e));
    }
  }

  private CompletionStage<TaskReply> begin(Call call) {
    return switch (call.resource()) {
      case TaskResource.Function(String arn) -> lambda.bare(arn, call.arguments());
      case TaskResource.Activity a ->
          throw new IllegalStateException("Activities are not called: " + a);
      case TaskResource.Service service ->
          switch (service.service()) {
            case "lambda" -> lambda.invoke(call.arguments());
            case "s3" -> files.call(service.action(), call.arguments().json());
            case "states" -> children.start(service, call.arguments(), call.task());
            default -> services.call(known(service), service, call.arguments());
          };
    };
  }

  private static JsonService known(TaskResource.Service service) {
    return JsonService.named(service.service())
        .orElseThrow(
            () ->
                new AwsFault(
                    StateFailure.RUNTIME,
                    "The resource arn:aws:states:::%s:%s cannot be called on this machine"
                        .formatted(service.service(), service.shown())));
  }

  private static String title(TaskResource resource) {
    if (resource instanceof TaskResource.Service service && !service.service().equals("lambda")) {
      return JsonService.named(service.service()).map(JsonService::title).orElse("StepFunctions");
    }
    return "Lambda";
  }

  private static TaskReply failed(String title, Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof AwsFault fault) {
      return ServiceErrors.reply(title, fault);
    }
    return new TaskReply.Failed(title + ".Unknown", "The call failed: " + cause);
  }
}
