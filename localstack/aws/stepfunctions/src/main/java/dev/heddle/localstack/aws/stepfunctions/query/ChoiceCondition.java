package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.Set;

/** What decides a rule of a Choice state. */
public interface ChoiceCondition {

  /** Whether the rule matches; throws {@link StateFault} when it cannot be told. */
  boolean test(EvaluationContext data);

  /** The variables it reads. */
  Set<String> references();

  /** A condition that is a template of a boolean. */
  record BooleanTemplate(ValueTemplate template) implements ChoiceCondition {
    @Override
    public boolean test(EvaluationContext data) {
      return template.evaluate(data).booleanValue();
    }

    @Override
    public Set<String> references() {
      return template.references();
    }
  }
}
