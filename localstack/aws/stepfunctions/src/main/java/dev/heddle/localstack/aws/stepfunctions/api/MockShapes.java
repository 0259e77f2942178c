package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.query.ExpectedType;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What services answer, to check the mocked result of a Task against: fields by type, those that
 * are always there with an exclamation mark. Fields not named here may hold anything.
 */
final class MockShapes {
  private static final String STARTED = "ExecutionArn!:string StartDate!:any";
  private static final String ENDED =
      "ExecutionArn!:string StateMachineArn!:string Status!:string StartDate!:any Name:string";
  private static final String WRITTEN =
      "Attributes:object ConsumedCapacity:object ItemCollectionMetrics:object";
  private static final Map<String, String> SHAPES =
      Map.of(
          "lambda:invoke",
          "StatusCode:number FunctionError:string LogResult:string ExecutedVersion:string",
          "sqs:sendMessage",
          "MD5OfMessageBody:string MD5OfMessageAttributes:string MessageId:string"
              + " SequenceNumber:string",
          "events:putEvents",
          "FailedEntryCount:number Entries:array",
          "dynamodb:getItem",
          "Item:object ConsumedCapacity:object",
          "dynamodb:putItem",
          WRITTEN,
          "dynamodb:updateItem",
          WRITTEN,
          "dynamodb:deleteItem",
          WRITTEN,
          "states:startExecution",
          STARTED,
          "states:startExecution.sync",
          ENDED,
          "states:startExecution.sync:2",
          ENDED);

  private MockShapes() {}

  /** Refuses a result that the service could not have given. */
  static void check(TaskResource resource, JsonNode result, boolean strict) {
    String shape = shape(resource);
    if (shape.isEmpty()) {
      return;
    }
    if (!result.isObject()) {
      throw new AwsFault("ValidationException", "Mocked result must be a valid JSON object.");
    }
    for (String field : shape.split(" ")) {
      int colon = field.indexOf(':');
      String name = field.substring(0, colon).replace("!", "");
      ExpectedType expected =
          ExpectedType.valueOf(field.substring(colon + 1).toUpperCase(Locale.ROOT));
      check(name, field.contains("!") && strict, expected, result.get(name));
    }
  }

  private static String shape(TaskResource resource) {
    if (!(resource instanceof TaskResource.Service service)
        || service.pattern() == TaskResource.IntegrationPattern.TOKEN) {
      return "";
    }
    String name = service.service().replace("aws-sdk:", "").replace("sfn", "states");
    return SHAPES.getOrDefault(name + ":" + service.shown(), "");
  }

  private static void check(
      String name,
      boolean required,
      ExpectedType expected,
      @org.jspecify.annotations.Nullable JsonNode value) {
    if (value == null && required) {
      throw refused("Required field '" + name + "' is missing");
    }
    if (value != null && !expected.accepts(value)) {
      boolean vowel = expected == ExpectedType.OBJECT || expected == ExpectedType.ARRAY;
      throw refused("Field '" + name + "' must be " + (vowel ? "an " : "a ") + expected.title());
    }
  }

  private static AwsFault refused(String why) {
    return new AwsFault("ValidationException", "Mock result schema validation error: " + why);
  }
}
