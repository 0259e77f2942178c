package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a JSONata expression, as far as they decide what it may hold: the variables it
 * names, and the syntax newer than JSONata 2.0.6 or barred by the service.
 */
final class ExpressionText {
  private static final String OPERATORS = ".[]{}(),@#;:?+-*/%|=<>^&!~";
  private static final int LENGTH = 65_536;
  private static final int NESTING = 300;

  private final String text;
  private final List<String> variables = new ArrayList<>();
  private @Nullable String refusal;
  private int at;
  private int depth;
  private boolean operand;

  private ExpressionText(String text) {
    this.text = text;
  }

  static ExpressionText of(String text) {
    var scanned = new ExpressionText(text);
    if (text.length() > LENGTH) {
      scanned.refuse("The expression is longer than " + LENGTH + " characters");
    } else {
      scanned.scan();
    }
    return scanned;
  }

  /** Why the service would not take it; null when it would. */
  @Nullable String refusal() {
    return refusal;
  }

  Set<String> variables() {
    return new LinkedHashSet<>(variables);
  }

  private void scan() {
    while (at < text.length() && refusal == null) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '/' && text.startsWith("/*", at)) {
        skipComment();
      } else if (c == '"' || c == '\'' || c == '`' || (c == '/' && !operand)) {
        skipQuoted(c);
      } else if (OPERATORS.indexOf(c) >= 0) {
        operator(c);
      } else {
        word();
      }
    }
  }

  private void skipComment() {
    int end = text.indexOf("*/", at + 2);
    at = end < 0 ? text.length() : end + 2;
  }

  private void skipQuoted(char quote) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' && quote != '`' ? 2 : 1;
    }
    at = Math.min(i + 1, text.length());
    operand = true;
  }

  private void operator(char c) {
    if (text.startsWith("??", at) || text.startsWith("?:", at)) {
      refuse("The operator '" + text.substring(at, at + 2) + "' is not part of JSONata 2.0.6");
    }
    operand = c == ')' || c == ']' || c == '}';
    depth += "([{".indexOf(c) >= 0 ? 1 : operand ? -1 : 0;
    if (depth > NESTING) {
      refuse("The expression is nested deeper than " + NESTING);
    }
    at++;
  }

  private void word() {
    int start = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    operand = !Set.of("and", "or", "in").contains(word);
    if (text.startsWith("$states.", start - 8)) {
      variables.add("states." + word);
    }
    if (word.equals("$eval")) {
      at = start;
      refuse("The function $eval is not supported");
    } else if (word.startsWith("$")) {
      variables.add(word.substring(1));
    }
  }

  private static boolean ends(char c) {
    return Character.isWhitespace(c) || OPERATORS.indexOf(c) >= 0 || c == '"' || c == '\'';
  }

  private void refuse(String why) {
    if (refusal == null) {
      refusal = why + " at column " + (at + 1);
    }
  }
}
