package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;

/** Choice: the first rule that matches says where to go. */
final class ChoiceWork {
  private ChoiceWork() {}

  static void enter(Visit visit, State.Choice choice) {
    Data data = visit.data();
    Data read = data.withInput(choice.flow().source(data));
    for (State.Rule rule : choice.rules()) {
      if (rule.condition().test(read)) {
        visit.finish(rule.flow(), data, null, rule.next());
        return;
      }
    }
    if (choice.otherwise() == null) {
      throw StateFault.of(
          "States.NoChoiceMatched",
          "Failed to transition out of the state. The state does not point to a next state.");
    }
    visit.finish(null, choice.otherwise());
  }
}
