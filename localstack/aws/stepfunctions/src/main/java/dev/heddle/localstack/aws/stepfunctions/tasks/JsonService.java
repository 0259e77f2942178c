package dev.heddle.localstack.aws.stepfunctions.tasks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service that tasks call by its JSON protocol.
 *
 * @param title what stands before its errors in an optimised integration
 * @param sdkTitle the same in an AWS SDK integration
 * @param target what stands before the operation in the target header
 * @param unmodelled errors that the integration reports under one name, {@code generic}
 */
record JsonService(
    String title,
    String sdkTitle,
    String target,
    String contentType,
    Set<String> unmodelled,
    String generic) {
  private static final String JSON_1_0 = "application/x-amz-json-1.0";
  private static final String JSON_1_1 = "application/x-amz-json-1.1";
  private static final Set<String> VALIDATION =
      Set.of("ValidationException", "SerializationException", "AccessDeniedException");

  private static final JsonService DYNAMODB =
      new JsonService(
          "DynamoDB",
          "DynamoDb",
          "DynamoDB_20120810",
          JSON_1_0,
          VALIDATION,
          "AmazonDynamoDBException");
  private static final JsonService SQS =
      new JsonService("SQS", "Sqs", "AmazonSQS", JSON_1_0, VALIDATION, "AmazonSQSException");
  private static final JsonService EVENTS =
      new JsonService(
          "EventBridge",
          "EventBridge",
          "AWSEvents",
          JSON_1_1,
          VALIDATION,
          "AmazonEventBridgeException");
  private static final JsonService SECRETS =
      new JsonService(
          "SecretsManager",
          "SecretsManager",
          "secretsmanager",
          JSON_1_1,
          VALIDATION,
          "AWSSecretsManagerException");

  private static final Map<String, JsonService> OPTIMISED =
      Map.of("dynamodb", DYNAMODB, "sqs", SQS, "events", EVENTS);
  private static final Map<String, JsonService> SDK =
      Map.of("dynamodb", DYNAMODB, "sqs", SQS, "eventbridge", EVENTS, "secretsmanager", SECRETS);

  /** The service of a resource, such as {@code sqs} or {@code aws-sdk:sqs}. */
  static Optional<JsonService> named(String service) {
    return service.startsWith("aws-sdk:")
        ? Optional.ofNullable(SDK.get(service.substring(8)))
        : Optional.ofNullable(OPTIMISED.get(service));
  }

  /** The name under which an error reaches the state. */
  String error(String code, boolean sdk) {
    if (sdk) {
      return sdkTitle + "." + exception(code);
    }
    return title + "." + (unmodelled.contains(code) ? generic : exception(code));
  }

  private static String exception(String code) {
    return code.endsWith("Exception") ? code : code + "Exception";
  }
}
