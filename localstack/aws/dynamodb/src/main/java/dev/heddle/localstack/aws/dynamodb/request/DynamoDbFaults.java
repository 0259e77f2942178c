package dev.heddle.localstack.aws.dynamodb.request;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.Map;

/** The service's refusals by their names. */
public final class DynamoDbFaults {
  private DynamoDbFaults() {}

  /** A request that breaks a rule. */
  public static AwsFault validation(String message) {
    return new AwsFault("ValidationException", message);
  }

  /** A parameter that breaks a rule, with the service's usual opening. */
  public static AwsFault invalid(String message) {
    return validation("One or more parameter values were invalid: " + message);
  }

  /** JSON of the wrong shape. */
  public static AwsFault serialization(String message) {
    return new AwsFault("SerializationException", message);
  }

  /** A table, index or stream that isn't there. */
  public static AwsFault notFound(String message) {
    return new AwsFault("ResourceNotFoundException", message);
  }

  /** A table that a data operation names and that isn't there. */
  public static AwsFault noTable() {
    return notFound("Requested resource not found");
  }

  /** A change that conflicts with the table's state. */
  public static AwsFault inUse(String message) {
    return new AwsFault("ResourceInUseException", message);
  }

  /** A condition that doesn't hold. */
  public static AwsFault conditionFailed(Map<String, Object> details) {
    return new AwsFault(
        400, "ConditionalCheckFailedException", "The conditional request failed", details);
  }
}
