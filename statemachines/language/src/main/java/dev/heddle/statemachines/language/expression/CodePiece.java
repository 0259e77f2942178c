package dev.heddle.statemachines.language.expression;

/** A part of a JSONata text: either written as it is or a name still to be settled. */
public sealed interface CodePiece {

  /** Text as it is. */
  record Text(String text) implements CodePiece {}

  /**
   * A read of a node's output, a port or another name.
   *
   * @param alone whether what it becomes may stand without parentheses
   */
  record Read(String name, boolean alone) implements CodePiece {}
}
