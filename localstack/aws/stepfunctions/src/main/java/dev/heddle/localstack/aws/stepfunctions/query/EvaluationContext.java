package dev.heddle.localstack.aws.stepfunctions.query;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the fields of a state can read.
 *
 * @param input the state's input, or for a JSONPath field the value that {@code $} stands for
 * @param result the result of a Task, Map or Parallel, where there is one
 * @param error the error output, in a catcher only
 * @param variables the variables in scope
 * @param context the context object
 */
public record EvaluationContext(
    JsonNode input,
    @Nullable JsonNode result,
    @Nullable JsonNode error,
    Variables variables,
    Supplier<JsonNode> context,
    Instant now) {

  /** The variables a state can read. */
  @FunctionalInterface
  public interface Variables {
    /** The value of a variable; null when it was never assigned. */
    @Nullable JsonNode get(String name);
  }

  /** What the fields of a state can read before it has done anything. */
  public static EvaluationContext of(
      JsonNode input, Variables variables, Supplier<JsonNode> context, Instant now) {
    return new EvaluationContext(input, null, null, variables, context, now);
  }

  /** The same with another {@code $}. */
  public EvaluationContext withInput(JsonNode other) {
    return new EvaluationContext(other, result, error, variables, context, now);
  }

  /** The same with a result. */
  public EvaluationContext withResult(JsonNode other) {
    return new EvaluationContext(input, other, error, variables, context, now);
  }

  /** The same for a catcher. */
  public EvaluationContext withError(JsonNode other) {
    return new EvaluationContext(input, null, other, variables, context, now);
  }
}
