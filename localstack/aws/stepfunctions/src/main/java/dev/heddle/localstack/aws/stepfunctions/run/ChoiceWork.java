package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;

/** Choice: the first rule that matches says where to go. */
final class ChoiceWork {
  private ChoiceWork() {}

  static void enter(StateVisit stateVisit, StateDefinition.Choice choice) {
    EvaluationContext data = stateVisit.data();
    EvaluationContext read = data.withInput(choice.flow().source(data));
    for (StateDefinition.Rule rule : choice.rules()) {
      if (rule.condition().test(read)) {
        stateVisit.finish(rule.flow(), data, null, rule.next());
        return;
      }
    }
    if (choice.otherwise() == null) {
      throw StateFault.of(
          "States.NoChoiceMatched",
          "Failed to transition out of the state. The state does not point to a next state.");
    }
    stateVisit.finish(null, choice.otherwise());
  }
}
