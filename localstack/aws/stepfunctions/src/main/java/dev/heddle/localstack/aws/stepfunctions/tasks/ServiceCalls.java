package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.Resource;
import dev.heddle.localstack.aws.stepfunctions.port.Ports;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Calls a task's resource through the ports. */
public final class ServiceCalls implements TaskCaller {
  private final LambdaTask lambda;
  private final StartExecutionTask children;
  private final JsonCalls services;
  private final FileCalls files;

  /** Calls through the ports; executions are started by {@code children}. */
  public ServiceCalls(Ports ports, StartExecutionTask children) {
    this.lambda = new LambdaTask(ports.lambda());
    this.children = children;
    this.services = new JsonCalls(ports.aws());
    this.files = new FileCalls(ports.aws());
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
      case Resource.Function(String arn) -> lambda.bare(arn, call.arguments());
      case Resource.Activity a ->
          throw new IllegalStateException("Activities are not called: " + a);
      case Resource.Service service ->
          switch (service.service()) {
            case "lambda" -> lambda.invoke(call.arguments());
            case "s3" -> files.call(service.action(), call.arguments().json());
            case "states" -> children.start(service, call.arguments(), call.task());
            default -> services.call(known(service), service, call.arguments());
          };
    };
  }

  private static JsonService known(Resource.Service service) {
    return JsonService.named(service.service())
        .orElseThrow(
            () ->
                new AwsFault(
                    Failure.RUNTIME,
                    "The resource arn:aws:states:::%s:%s cannot be called on this machine"
                        .formatted(service.service(), service.shown())));
  }

  private static String title(Resource resource) {
    if (resource instanceof Resource.Service service && !service.service().equals("lambda")) {
      return JsonService.named(service.service()).map(JsonService::title).orElse("StepFunctions");
    }
    return "Lambda";
  }

  private static TaskReply failed(String title, Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof AwsFault fault) {
      return Faults.reply(title, fault);
    }
    return new TaskReply.Failed(title + ".Unknown", "The call failed: " + cause);
  }
}
