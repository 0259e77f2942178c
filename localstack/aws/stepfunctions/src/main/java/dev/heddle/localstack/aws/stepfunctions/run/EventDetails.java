package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import tools.jackson.databind.node.ObjectNode;

/** The parts that events' details are made of. */
final class EventDetails {
  private static final ObjectNode WHOLE = Json.object().put("truncated", false);

  private EventDetails() {}

  static ObjectNode input(Payload input) {
    ObjectNode details = Json.object().put("input", input.text());
    details.set("inputDetails", whole());
    return details;
  }

  static ObjectNode output(Payload output) {
    ObjectNode details = Json.object().put("output", output.text());
    details.set("outputDetails", whole());
    return details;
  }

  /** Says that nothing was cut off; the same every time, for nobody changes an event. */
  static ObjectNode whole() {
    return WHOLE;
  }

  static ObjectNode failure(StateFailure failure) {
    ObjectNode details = Json.object();
    if (failure.error() != null) {
      details.put("error", failure.error());
    }
    if (failure.cause() != null) {
      details.put("cause", failure.cause());
    }
    return details;
  }
}
