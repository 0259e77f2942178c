package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A field that is one path; {@code blame} says what it means that nothing is there. */
record JsonPathTemplate(JsonPathExpression path, FailureFactory failure) implements ValueTemplate {

  /** How the failure of a field's path is told. */
  @FunctionalInterface
  interface FailureFactory {
    StateFault of(JsonPathExpression path, String reason, EvaluationContext data);
  }

  @Override
  public JsonNode evaluate(EvaluationContext data) {
    try {
      return path.read(data);
    } catch (JsonPathExpression.PathNotFound e) {
      throw failure.of(path, String.valueOf(e.getMessage()), data);
    }
  }

  @Override
  public Set<String> references() {
    return path.references();
  }
}
