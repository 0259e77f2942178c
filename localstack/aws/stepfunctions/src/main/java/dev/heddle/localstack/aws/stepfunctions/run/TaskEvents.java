package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Resource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The events of a Task, which a Lambda ARN names differently from an integration. */
record TaskEvents(Visit visit, Resource resource) {
  private static final String REGION = "us-east-1";

  void scheduled(Payload arguments, TaskWork.Times times) {
    switch (resource) {
      case Resource.Function(String arn) -> {
        ObjectNode details = Details.input(arguments).put("resource", arn);
        chain("LambdaFunctionScheduled", times.show(details));
        chain("LambdaFunctionStarted", Json.object());
      }
      case Resource.Activity(String arn) ->
          chain("ActivityScheduled", times.show(Details.input(arguments).put("resource", arn)));
      case Resource.Service service -> {
        ObjectNode details =
            shown(service).put("region", REGION).put("parameters", arguments.text());
        chain("TaskScheduled", times.show(details));
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
    if (resource instanceof Resource.Service service) {
      chain("TaskSubmitted", shown(service).setAll(Details.output(result)));
    }
  }

  void succeeded(Payload result) {
    switch (resource) {
      case Resource.Function f -> chain("LambdaFunctionSucceeded", Details.output(result));
      case Resource.Activity a -> chain("ActivitySucceeded", Details.output(result));
      case Resource.Service service ->
          chain("TaskSucceeded", shown(service).setAll(Details.output(result)));
    }
  }

  void failed(Failure failure) {
    boolean late = Failure.TIMEOUT.equals(failure.error());
    ObjectNode details = Details.failure(failure);
    switch (resource) {
      case Resource.Function f ->
          chain(late ? "LambdaFunctionTimedOut" : "LambdaFunctionFailed", details);
      case Resource.Activity a -> chain(late ? "ActivityTimedOut" : activityFailed(), details);
      case Resource.Service service ->
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
  String blamed() {
    return switch (resource) {
      case Resource.Function(String arn) -> arn;
      case Resource.Activity(String arn) -> arn;
      case Resource.Service service -> service.service();
    };
  }

  private static ObjectNode shown(Resource.Service service) {
    return Json.object().put("resourceType", service.service()).put("resource", service.shown());
  }

  private void chain(String type, ObjectNode details) {
    visit.turn().chain(visit.scope(), type, details);
  }
}
