package dev.heddle.localstack.aws.dynamodb.expression;

/**
 * A token of an expression.
 *
 * @param start where it begins in the expression, from 0
 */
record LexerToken(Kind kind, String text, int start) {

  /** What a token is. */
  enum Kind {
    WORD("word"),
    NAME_REFERENCE("name"),
    VALUE_REFERENCE("value"),
    NUMBER("number"),
    SYMBOL("symbol"),
    END("end");

    private final String group;

    Kind(String group) {
      this.group = group;
    }

    /** The group of the token pattern that matches it. */
    String group() {
      return group;
    }
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  int end() {
    return kind == Kind.END ? start : start + text.length();
  }
}
