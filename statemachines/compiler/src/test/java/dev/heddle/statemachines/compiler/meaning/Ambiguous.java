package dev.heddle.statemachines.compiler.meaning;

/** The rules leave more than one way open, such as two branches that are equally fast. */
final class Ambiguous extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Ambiguous(String what) {
    super(what, null, false, false);
  }
}
