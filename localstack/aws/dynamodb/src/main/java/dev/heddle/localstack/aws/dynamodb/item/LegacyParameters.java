package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import java.util.Map;

/** The parameters that expressions replaced in 2014; they are refused, not ignored. */
final class LegacyParameters {
  private static final Map<String, String> REPLACED =
      Map.of(
          "AttributesToGet", "ProjectionExpression",
          "AttributeUpdates", "UpdateExpression",
          "ConditionalOperator", "ConditionExpression or FilterExpression",
          "Expected", "ConditionExpression",
          "KeyConditions", "KeyConditionExpression",
          "QueryFilter", "FilterExpression",
          "ScanFilter", "FilterExpression");

  private LegacyParameters() {}

  static void refuse(InputStructure input) {
    REPLACED.forEach(
        (legacy, replacement) -> {
          if (input.has(legacy)) {
            throw DynamoDbFaults.validation(
                "The legacy parameter "
                    + legacy
                    + " is not supported here; use "
                    + replacement
                    + " instead");
          }
        });
  }
}
