package dev.heddle.statemachines.asl;

import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.expression.CodeText;
import dev.heddle.statemachines.expression.Value;
import dev.heddle.statemachines.graph.Node.Retry;
import dev.heddle.statemachines.vocabulary.NodeType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Tasks that call a node type's function. */
final class Calls {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String INPUT = "$states.context.Execution.Input.";
  private final Function<NodeType, String> functions;

  Calls(Function<NodeType, String> functions) {
    this.functions = functions;
  }

  /** The task, without its ways out. */
  State task(Step step) {
    State task = new State("Task", step.node().name());
    task.field("Resource", text("arn:aws:states:::lambda:invoke"));
    task.field("Arguments", arguments(step));
    Integer timeout = step.node().timeoutSeconds();
    if (timeout != null) {
      task.field("TimeoutSeconds", new Value.Literal(IntNode.valueOf(timeout)));
    }
    return task.field("Retry", new Value.Literal(retries(step.node().retry())));
  }

  private Value arguments(Step step) {
    Map<String, Value> call = new LinkedHashMap<>();
    call.put("tenant", read("tenant"));
    call.put("workflow", read("workflow"));
    call.put("run", read("run"));
    call.put("node", text(step.id()));
    call.put("path", text(""));
    call.put("config", step.config());
    Map<String, Value> arguments = new LinkedHashMap<>();
    arguments.put("FunctionName", text(functions.apply(step.type())));
    arguments.put("Payload", new Value.Fields(call));
    return new Value.Fields(arguments);
  }

  private static Value read(String field) {
    return new CodeText().text(INPUT + field).done();
  }

  private static Value text(String text) {
    return new Value.Literal(StringNode.valueOf(text));
  }

  /** Bad expressions are never retried, the service's own faults always, the rest as asked. */
  private static ArrayNode retries(@Nullable Retry retry) {
    ArrayNode retries = JSON.arrayNode();
    if (retry != null && retry.attempts() > 0) {
      ObjectNode never = retries.addObject();
      never.putArray("ErrorEquals").add("States.QueryEvaluationError");
      never.put("MaxAttempts", 0);
    }
    retries.add(serviceFaults());
    if (retry != null && retry.attempts() > 0) {
      retries.add(asked(retry));
    }
    return retries;
  }

  private static ObjectNode serviceFaults() {
    ObjectNode faults = JSON.objectNode();
    faults
        .putArray("ErrorEquals")
        .add("Lambda.ServiceException")
        .add("Lambda.AWSLambdaException")
        .add("Lambda.SdkClientException")
        .add("Lambda.TooManyRequestsException");
    return faults
        .put("IntervalSeconds", 1)
        .put("MaxAttempts", 5)
        .put("BackoffRate", 2)
        .put("MaxDelaySeconds", 20)
        .put("JitterStrategy", "FULL");
  }

  private static ObjectNode asked(Retry retry) {
    ObjectNode asked = JSON.objectNode();
    asked.putArray("ErrorEquals").add("States.ALL");
    asked.put("IntervalSeconds", retry.intervalSeconds()).put("MaxAttempts", retry.attempts());
    if (retry.backoff() == Math.rint(retry.backoff())) {
      asked.put("BackoffRate", (int) retry.backoff());
    } else {
      asked.put("BackoffRate", retry.backoff());
    }
    if (retry.maxDelaySeconds() != null) {
      asked.put("MaxDelaySeconds", retry.maxDelaySeconds());
    }
    return retry.jitter() ? asked.put("JitterStrategy", "FULL") : asked;
  }
}
