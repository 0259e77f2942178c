package dev.heddle.statemachines.compiler.drawing;

import java.util.List;

/** The part a merge has in a race: it is what the branches run for, or where one of them ends. */
public sealed interface RaceRole {

  /** The port a race is left by that nobody won and nobody failed in; no arrow leads from it. */
  String DEAD = "dead";

  /**
   * The race as one step.
   *
   * @param branches each with the merge as its last step
   * @param mayDie whether all of them may end without a way to the merge being taken
   */
  record Whole(List<Drawing> branches, boolean mayDie) implements RaceRole {}

  /** The end of one branch: whoever comes here has won. */
  record Finish() implements RaceRole {}
}
