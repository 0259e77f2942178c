package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;

/** Finds the work of a state. */
final class StateWork {
  private StateWork() {}

  static void of(StateVisit stateVisit) {
    switch (stateVisit.state()) {
      case StateDefinition.Pass pass -> PassWork.enter(stateVisit, pass);
      case StateDefinition.Task task -> TaskWork.enter(stateVisit, task);
      case StateDefinition.Choice choice -> ChoiceWork.enter(stateVisit, choice);
      case StateDefinition.Wait wait -> WaitWork.enter(stateVisit, wait);
      case StateDefinition.Succeed s -> stateVisit.finish(null, null);
      case StateDefinition.Fail fail -> FailWork.enter(stateVisit, fail);
      case StateDefinition.Parallel parallel -> ParallelWork.enter(stateVisit, parallel);
      case StateDefinition.MapState each -> MapWork.enter(stateVisit, each);
    }
  }

  static void childDone(StateVisit stateVisit, BranchScope child) {
    switch (stateVisit.state()) {
      case StateDefinition.Parallel parallel -> ParallelWork.childDone(stateVisit, parallel, child);
      case StateDefinition.MapState each -> MapWork.childDone(stateVisit, each, child);
      case StateDefinition.Pass s -> throw childless(stateVisit);
      case StateDefinition.Task s -> throw childless(stateVisit);
      case StateDefinition.Choice s -> throw childless(stateVisit);
      case StateDefinition.Wait s -> throw childless(stateVisit);
      case StateDefinition.Succeed s -> throw childless(stateVisit);
      case StateDefinition.Fail s -> throw childless(stateVisit);
    }
  }

  private static IllegalStateException childless(StateVisit stateVisit) {
    return new IllegalStateException("The state " + stateVisit.state().name() + " has no branches");
  }
}
