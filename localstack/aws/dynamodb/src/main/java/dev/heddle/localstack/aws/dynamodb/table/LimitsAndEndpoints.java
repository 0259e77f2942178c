package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.edge.AwsRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What concerns the service as a whole: DescribeLimits and DescribeEndpoints. */
public final class LimitsAndEndpoints {
  private static final int CAPACITY = 80_000;
  private static final int TABLE_CAPACITY = 40_000;
  private static final int ENDPOINT_MINUTES = 1_440;

  private LimitsAndEndpoints() {}

  /** The service's default limits, none of which is enforced. */
  public static ObjectNode limits(InputStructure ignored) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("AccountMaxReadCapacityUnits", CAPACITY)
        .put("AccountMaxWriteCapacityUnits", CAPACITY)
        .put("TableMaxReadCapacityUnits", TABLE_CAPACITY)
        .put("TableMaxWriteCapacityUnits", TABLE_CAPACITY);
  }

  /** The endpoint that was asked. */
  public static ObjectNode endpoints(AwsRequest request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .putArray("Endpoints")
        .addObject()
        .put("Address", request.header("host").orElse("localhost"))
        .put("CachePeriodInMinutes", ENDPOINT_MINUTES);
    return answer;
  }
}
