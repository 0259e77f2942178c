package dev.heddle.statemachines.language.expression;

/** A lexical token; {@code end} is the offset after it. */
record JsonataToken(Kind kind, String text, int at, int end) {

  enum Kind {
    OPERATOR,
    NAME,
    VARIABLE,
    STRING,
    NUMBER,
    REGEX,
    END
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** How a message names it. */
  String shown() {
    return kind == Kind.END ? "the end" : "\"" + text + "\"";
  }
}
