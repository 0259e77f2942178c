package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.Set;

/** What decides a rule of a Choice state. */
public interface Condition {

  /** Whether the rule matches; throws {@link StateFault} when it cannot be told. */
  boolean test(Data data);

  /** The variables it reads. */
  Set<String> references();

  /** A condition that is a template of a boolean. */
  record Of(Template template) implements Condition {
    @Override
    public boolean test(Data data) {
      return template.evaluate(data).booleanValue();
    }

    @Override
    public Set<String> references() {
      return template.references();
    }
  }
}
