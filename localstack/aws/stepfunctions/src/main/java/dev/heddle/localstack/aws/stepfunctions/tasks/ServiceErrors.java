package dev.heddle.localstack.aws.stepfunctions.tasks;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a service's refusal looks to the task that called it. */
final class ServiceErrors {
  private ServiceErrors() {}

  static TaskReply reply(String title, AwsFault fault) {
    if (fault.code().startsWith("States.")) {
      return new TaskReply.Failed(fault.code(), fault.getMessage());
    }
    String code = fault.code();
    String name = code.endsWith("Exception") ? code : code + "Exception";
    return new TaskReply.Failed(
        title + "." + name, cause(title, fault.getMessage(), fault.status(), code));
  }

  static String cause(String title, @Nullable String message, int status, String code) {
    return "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
        .formatted(message, service(title), status, code, UUID.randomUUID());
  }

  private static String service(String title) {
    return switch (title) {
      case "StepFunctions" -> "AWSStepFunctions";
      case "Lambda" -> "AWSLambda";
      case "DynamoDB" -> "AmazonDynamoDBv2";
      case "SQS" -> "AmazonSQS";
      case "EventBridge" -> "AmazonEventBridge";
      default -> title;
    };
  }
}
