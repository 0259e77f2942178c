package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import org.jspecify.annotations.Nullable;

/** Fail: the branch ends with an error. */
final class FailWork {
  private FailWork() {}

  static void enter(StateVisit stateVisit, StateDefinition.Fail fail) {
    EvaluationContext data = stateVisit.data();
    String error = text(data, fail.error());
    String cause = text(data, fail.cause());
    stateVisit.transitions().fail(stateVisit.scope(), new StateFailure(error, cause));
  }

  private static @Nullable String text(EvaluationContext data, @Nullable ValueTemplate template) {
    return template == null ? null : template.evaluate(data).stringValue();
  }
}
