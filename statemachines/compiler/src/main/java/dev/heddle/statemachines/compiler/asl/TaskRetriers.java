package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.graph.GraphNode.Retry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which failed tasks are tried again, and when. */
final class TaskRetriers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> LAMBDA =
      List.of(
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException");
  private static final List<String> STEP_FUNCTIONS =
      List.of(
          "StepFunctions.AWSStepFunctionsException",
          "StepFunctions.SdkClientException",
          "StepFunctions.ExecutionLimitExceededException",
          "StepFunctions.ThrottlingException");

  private TaskRetriers() {}

  /** Bad expressions are never retried, the service's own faults always, the rest as asked. */
  static DynamicValue ofCall(@Nullable Retry retry) {
    ArrayNode retries = JSON.arrayNode();
    if (retry != null && retry.attempts() > 0) {
      ObjectNode never = retries.addObject();
      never.putArray("ErrorEquals").add("States.QueryEvaluationError");
      never.put("MaxAttempts", 0);
    }
    retries.add(serviceFaults(LAMBDA));
    if (retry != null && retry.attempts() > 0) {
      retries.add(retrier(retry));
    }
    return new DynamicValue.Literal(retries);
  }

  /** Only the service's own faults: what ran and failed isn't run again. */
  static DynamicValue ofExecution() {
    return new DynamicValue.Literal(JSON.arrayNode().add(serviceFaults(STEP_FUNCTIONS)));
  }

  private static ObjectNode serviceFaults(List<String> errors) {
    ObjectNode faults = JSON.objectNode();
    errors.forEach(faults.putArray("ErrorEquals")::add);
    return faults
        .put("IntervalSeconds", 1)
        .put("MaxAttempts", 5)
        .put("BackoffRate", 2)
        .put("MaxDelaySeconds", 20)
        .put("JitterStrategy", "FULL");
  }

  private static ObjectNode retrier(Retry retry) {
    ObjectNode retrier = JSON.objectNode();
    retrier.putArray("ErrorEquals").add("States.ALL");
    retrier.put("IntervalSeconds", retry.intervalSeconds()).put("MaxAttempts", retry.attempts());
    if (retry.backoff() == Math.rint(retry.backoff())) {
      retrier.put("BackoffRate", (int) retry.backoff());
    } else {
      retrier.put("BackoffRate", retry.backoff());
    }
    if (retry.maxDelaySeconds() != null) {
      retrier.put("MaxDelaySeconds", retry.maxDelaySeconds());
    }
    return retry.jitter() ? retrier.put("JitterStrategy", "FULL") : retrier;
  }
}
