package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A field's value, known or computed. */
public interface ValueTemplate {

  /** Computes the value; throws {@link StateFault} when it cannot. */
  JsonNode evaluate(EvaluationContext data);

  /** The variables it reads, without the dollar sign. */
  Set<String> references();

  /** A value that is known. */
  record Literal(JsonNode value) implements ValueTemplate {
    @Override
    public JsonNode evaluate(EvaluationContext data) {
      return value;
    }

    @Override
    public Set<String> references() {
      return Set.of();
    }
  }
}
