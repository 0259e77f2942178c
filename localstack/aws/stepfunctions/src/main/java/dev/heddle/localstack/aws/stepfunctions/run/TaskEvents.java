package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The events of a Task, which a Lambda ARN names differently from an integration. */
record TaskEvents(StateVisit visit, TaskResource resource) {
  private static final String REGION = "us-east-1";

  void scheduled(Payload arguments, TaskWork.Timeouts timeouts) {
    switch (resource) {
      case TaskResource.Function(String arn) -> {
        ObjectNode details = EventDetails.input(arguments).put("resource", arn);
        chain("LambdaFunctionScheduled", timeouts.show(details));
        chain("LambdaFunctionStarted", Json.object());
      }
      case TaskResource.Activity(String arn) ->
          chain(
              "ActivityScheduled",
              timeouts.show(EventDetails.input(arguments).put("resource", arn)));
      case TaskResource.Service service -> {
        ObjectNode details =
            shown(service).put("region", REGION).put("parameters", arguments.text());
        chain("TaskScheduled", timeouts.show(details));
        chain("TaskStarted", shown(service));
      }
    }
  }

  /** A worker has taken the task. */
  void started(@Nullable String worker) {
    ObjectNode details = Json.object();
    if (worker != null) {
      details.put("workerName", worker);
    }
    chain("ActivityStarted", details);
  }

  void submitted(Payload result) {
    if (resource instanceof TaskResource.Service service) {
      chain("TaskSubmitted", shown(service).setAll(EventDetails.output(result)));
    }
  }

  void succeeded(Payload result) {
    switch (resource) {
      case TaskResource.Function f -> chain("LambdaFunctionSucceeded", EventDetails.output(result));
      case TaskResource.Activity a -> chain("ActivitySucceeded", EventDetails.output(result));
      case TaskResource.Service service ->
          chain("TaskSucceeded", shown(service).setAll(EventDetails.output(result)));
    }
  }

  void failed(StateFailure failure) {
    boolean late = StateFailure.TIMEOUT.equals(failure.error());
    ObjectNode details = EventDetails.failure(failure);
    switch (resource) {
      case TaskResource.Function f ->
          chain(late ? "LambdaFunctionTimedOut" : "LambdaFunctionFailed", details);
      case TaskResource.Activity a -> chain(late ? "ActivityTimedOut" : activityFailed(), details);
      case TaskResource.Service service ->
          chain(late ? "TaskTimedOut" : "TaskFailed", shown(service).setAll(details));
    }
  }

  private String activityFailed() {
    boolean offered =
        visit.scope().phase instanceof Phase.Working working
            && working.step() == Phase.Working.Step.OFFERED;
    return offered ? "ActivityScheduleFailed" : "ActivityFailed";
  }

  /** What a message about the size of the result blames. */
  String resultSource() {
    return switch (resource) {
      case TaskResource.Function(String arn) -> arn;
      case TaskResource.Activity(String arn) -> arn;
      case TaskResource.Service service -> service.service();
    };
  }

  private static ObjectNode shown(TaskResource.Service service) {
    return Json.object().put("resourceType", service.service()).put("resource", service.shown());
  }

  private void chain(String type, ObjectNode details) {
    visit.turn().chain(visit.scope(), type, details);
  }
}
