package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a JSONata expression, as far as they decide what it may hold: the variables it
 * names, and the syntax newer than JSONata 2.0.6 or barred by the service.
 */
final class JsonataScanner {
  private static final String OPERATORS = ".[]{}(),@#;:?+-*/%|=<>^&!~";
  private static final Set<String> TAKES_PATTERNS =
      new TreeSet<>(Set.of("$contains", "$match", "$replace", "$split"));
  private static final int LENGTH = 65_536;
  private static final int NESTING = 300;

  private final String text;
  private final List<String> variables = new ArrayList<>();
  private @Nullable String refusal;
  private int at;
  private boolean operand;

  /** What stands before each open bracket: a function's name, or nothing. */
  private final Deque<String> open = new ArrayDeque<>();

  private String word = "";

  private JsonataScanner(String text) {
    this.text = text;
  }

  static JsonataScanner of(String text) {
    var scanned = new JsonataScanner(text);
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
      } else if (c == '/' && !operand) {
        pattern();
      } else if (c == '"' || c == '\'' || c == '`') {
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
    word = "";
  }

  /** A pattern anywhere else could be called as a function, which nothing could stop. */
  private void pattern() {
    if (!TAKES_PATTERNS.contains(open.isEmpty() ? "" : open.peek())) {
      refuse("A regular expression may only be an argument of " + TAKES_PATTERNS);
    }
    skipQuoted('/');
  }

  private void operator(char c) {
    if (text.startsWith("??", at) || text.startsWith("?:", at)) {
      refuse("The operator '" + text.substring(at, at + 2) + "' is not part of JSONata 2.0.6");
    }
    operand = c == ')' || c == ']' || c == '}';
    if (c == '(' || c == '[' || c == '{') {
      open.push(c == '(' ? word : "");
    } else if (operand) {
      open.poll();
    }
    if (open.size() > NESTING) {
      refuse("The expression is nested deeper than " + NESTING);
    }
    word = "";
    at++;
  }

  private void word() {
    int start = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    word = text.substring(start, at);
    operand = !Set.of("and", "or", "in").contains(word);
    if (text.startsWith("$states.", start - 8)) {
      variables.add("states." + word);
    }
    if (word.equals("$eval")) {
      at = start;
      refuse("The function $eval is not supported");
    } else if (word.startsWith("$")) {
      variables.add(word.substring(1));
      if (TAKES_PATTERNS.contains(word) && !called()) {
        at = start;
        refuse("The function " + word + " may only be called, not given another meaning");
      }
    }
  }

  private boolean called() {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && text.charAt(next) == '(';
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
