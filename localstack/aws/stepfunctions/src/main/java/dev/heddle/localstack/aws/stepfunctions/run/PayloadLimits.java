package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The service's limits on the size of data; all in bytes of UTF-8 text. */
final class PayloadLimits {
  private static final long ALL_VARIABLES = 10_485_760;

  private PayloadLimits() {}

  /** The payload of a value that must fit; {@code task} is what the message blames. */
  static Payload checked(JsonNode value, String task) {
    Payload payload = Payload.of(value);
    if (payload.tooLarge()) {
      throw tooLarge(task);
    }
    return payload;
  }

  static StateFault tooLarge(String task) {
    return StateFault.of(
        StateFailure.DATA_LIMIT,
        "The state/task '"
            + task
            + "' returned a result with a size exceeding the maximum number of bytes service"
            + " limit.");
  }

  /** The new values of variables, which must fit alone, together, and with all others. */
  static Map<String, Payload> variables(BranchScope scope, ObjectNode assigned) {
    if (assigned.isEmpty()) {
      return Map.of();
    }
    Map<String, Payload> values = new LinkedHashMap<>();
    long together = 0;
    for (var field : assigned.properties()) {
      Payload value = Payload.of(field.getValue());
      together += value.bytes();
      if (together > Payload.LIMIT) {
        throw StateFault.of(
            StateFailure.DATA_LIMIT,
            "The variables assigned by the state '" + scope.state + "' exceed the size limit.");
      }
      values.put(field.getKey(), value);
    }
    if (together + total(scope) > ALL_VARIABLES) {
      throw StateFault.of(StateFailure.DATA_LIMIT, "The variables of the execution exceed 10 MiB.");
    }
    return values;
  }

  private static long total(BranchScope from) {
    long total = 0;
    for (BranchScope scope = from; scope != null; scope = scope.parent) {
      total += scope.variables.values().stream().mapToLong(Payload::bytes).sum();
    }
    return total;
  }
}
