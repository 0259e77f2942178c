package dev.heddle.statemachines.language.expression;

/** Stops the parser at an offset; it never leaves this package. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int at;

  SyntaxException(int at, String message) {
    super(message, null, false, false);
    this.at = at;
  }

  int at() {
    return at;
  }
}
