package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.Activity;
import dev.heddle.localstack.aws.stepfunctions.machines.NamingRules;
import dev.heddle.localstack.aws.stepfunctions.run.ActivityTask;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Activities, and the workers that ask for their tasks. */
final class ActivityOperations {
  // As the service's; clients time out a few seconds later (the SDK advises 65).
  private static final Duration LONG_POLL = Duration.ofSeconds(60);

  private final EngineAssembly engine;

  ActivityOperations(EngineAssembly engine) {
    this.engine = engine;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("CreateActivity", this::create);
    operations.put("DeleteActivity", this::delete);
    operations.put("DescribeActivity", request -> item(known(request)));
    operations.put("ListActivities", this::list);
    operations.put("GetActivityTask", this::take);
  }

  private JsonNode create(OperationRequest request) {
    String name = NamingRules.checked(request.required("name"));
    String arn = engine.arns().activity(name);
    Activity wanted =
        new Activity(arn, name, engine.time().now().toEpochMilli(), TagOperations.read(request));
    Activity activity = engine.catalog().activity(arn).orElse(wanted);
    engine.catalog().put(activity);
    return Json.object()
        .put("activityArn", arn)
        .put("creationDate", ResponseFields.seconds(activity.created()));
  }

  private JsonNode delete(OperationRequest request) {
    engine.catalog().removeActivity(arn(request));
    return Json.object();
  }

  private static String arn(OperationRequest request) {
    String arn = request.required("activityArn");
    if (!arn.matches("arn:[a-z-]+:states:[^:]*:[^:]*:activity:.+")) {
      throw new AwsFault("InvalidArn", "Invalid Arn: '" + arn + "'");
    }
    return arn;
  }

  private Activity known(OperationRequest request) {
    String arn = arn(request);
    return engine
        .catalog()
        .activity(arn)
        .orElseThrow(
            () -> new AwsFault("ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'"));
  }

  private JsonNode list(OperationRequest request) {
    return ListPages.of(
        request, "activities", engine.catalog().activities(), ActivityOperations::item);
  }

  private static ObjectNode item(Activity activity) {
    return Json.object()
        .put("activityArn", activity.arn())
        .put("name", activity.name())
        .put("creationDate", ResponseFields.seconds(activity.created()));
  }

  /** Waits as long as the service does; then the answer is empty, and the worker asks again. */
  private JsonNode take(OperationRequest request) {
    String arn = known(request).arn();
    return engine
        .executions()
        .take(arn, request.string("workerName"), LONG_POLL)
        .map(ActivityOperations::task)
        .orElseGet(Json::object);
  }

  private static ObjectNode task(ActivityTask activityTask) {
    return Json.object().put("taskToken", activityTask.token()).put("input", activityTask.input());
  }
}
