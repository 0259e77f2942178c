package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;

/** Finds the work of a state. */
final class Work {
  private Work() {}

  static void of(Visit visit) {
    switch (visit.state()) {
      case State.Pass pass -> PassWork.enter(visit, pass);
      case State.Task task -> TaskWork.enter(visit, task);
      case State.Choice choice -> ChoiceWork.enter(visit, choice);
      case State.Wait wait -> WaitWork.enter(visit, wait);
      case State.Succeed s -> visit.finish(null, null);
      case State.Fail fail -> FailWork.enter(visit, fail);
      case State.Parallel parallel -> ParallelWork.enter(visit, parallel);
      case State.ForEach each -> MapWork.enter(visit, each);
    }
  }

  static void childDone(Visit visit, Scope child) {
    switch (visit.state()) {
      case State.Parallel parallel -> ParallelWork.childDone(visit, parallel, child);
      case State.ForEach each -> MapWork.childDone(visit, each, child);
      case State.Pass s -> throw childless(visit);
      case State.Task s -> throw childless(visit);
      case State.Choice s -> throw childless(visit);
      case State.Wait s -> throw childless(visit);
      case State.Succeed s -> throw childless(visit);
      case State.Fail s -> throw childless(visit);
    }
  }

  private static IllegalStateException childless(Visit visit) {
    return new IllegalStateException("The state " + visit.state().name() + " has no branches");
  }
}
