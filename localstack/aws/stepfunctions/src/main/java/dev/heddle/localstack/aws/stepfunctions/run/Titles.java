package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;

/** The words by which events name the types of states. */
final class Titles {
  private Titles() {}

  static String of(State state) {
    return switch (state) {
      case State.Pass s -> "Pass";
      case State.Task s -> "Task";
      case State.Choice s -> "Choice";
      case State.Wait s -> "Wait";
      case State.Succeed s -> "Succeed";
      case State.Fail s -> "Fail";
      case State.Parallel s -> "Parallel";
      case State.ForEach s -> "Map";
    };
  }

  /** Whether the history says when such a state is aborted. */
  static boolean aborts(State state) {
    return state instanceof State.Wait || state.recovers();
  }
}
