package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;

/** The words by which events name the types of states. */
final class StateTypeNames {
  private StateTypeNames() {}

  static String of(StateDefinition state) {
    return switch (state) {
      case StateDefinition.Pass s -> "Pass";
      case StateDefinition.Task s -> "Task";
      case StateDefinition.Choice s -> "Choice";
      case StateDefinition.Wait s -> "Wait";
      case StateDefinition.Succeed s -> "Succeed";
      case StateDefinition.Fail s -> "Fail";
      case StateDefinition.Parallel s -> "Parallel";
      case StateDefinition.MapState s -> "Map";
    };
  }

  /** Whether the history says when such a state is aborted. */
  static boolean aborts(StateDefinition state) {
    return state instanceof StateDefinition.Wait || state.recovers();
  }
}
