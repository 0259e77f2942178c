package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Where a message goes that was received too often. */
record RedrivePolicy(String deadLetterArn, int maxReceiveCount) {
  private static final int MOST = 1_000;

  static RedrivePolicy parse(String json) {
    try {
      JsonNode policy = JsonProtocol.JSON.readTree(json);
      // the count is a number or, as many tools write it, a string
      int count = policy.path("maxReceiveCount").asInt(0);
      String target = policy.path("deadLetterTargetArn").asString("");
      if (count >= 1 && count <= MOST && !target.isEmpty()) {
        return new RedrivePolicy(target, count);
      }
    } catch (JacksonException e) {
      throw invalid();
    }
    throw invalid();
  }

  String deadLetterQueue() {
    return deadLetterArn.substring(deadLetterArn.lastIndexOf(':') + 1);
  }

  private static AwsFault invalid() {
    return new AwsFault(
        "InvalidAttributeValue",
        "RedrivePolicy needs a deadLetterTargetArn and a maxReceiveCount of 1 to " + MOST);
  }
}
