package dev.heddle.statemachines.language.expression;

import dev.heddle.statemachines.language.expression.JsonataToken.Kind;
import java.util.Map;

/** A Pratt parser for JSONata 2.0.6; its nesting and the length of its chains are bounded. */
final class PrattParser {
  private static final int DEEPEST = 100;
  private static final int LONGEST = 1_000;
  private static final Map<String, Integer> POWERS =
      Map.ofEntries(
          Map.entry(".", 75),
          Map.entry("[", 80),
          Map.entry("{", 70),
          Map.entry("(", 80),
          Map.entry("@", 80),
          Map.entry("#", 80),
          Map.entry("?", 20),
          Map.entry("+", 50),
          Map.entry("-", 50),
          Map.entry("*", 60),
          Map.entry("/", 60),
          Map.entry("%", 60),
          Map.entry("=", 40),
          Map.entry("<", 40),
          Map.entry(">", 40),
          Map.entry("^", 40),
          Map.entry("!=", 40),
          Map.entry("<=", 40),
          Map.entry(">=", 40),
          Map.entry("~>", 40),
          Map.entry("&", 50),
          Map.entry("and", 30),
          Map.entry("or", 25),
          Map.entry("in", 40),
          Map.entry(":=", 10),
          Map.entry("?:", 20),
          Map.entry("??", 20));
  private final Lexer lexer;
  private final PrefixParser prefix = new PrefixParser(this);
  private final InfixParser infix = new InfixParser(this);
  private JsonataToken token;
  private int depth;
  private int consumed;

  PrattParser(String text, int from) {
    lexer = new Lexer(text, from);
    token = lexer.next(true);
  }

  /** The current token. */
  JsonataToken token() {
    return token;
  }

  /** Takes the current token; {@code operand} says that a value, not an operator, comes next. */
  JsonataToken take(boolean operand) {
    JsonataToken before = token;
    consumed = before.end();
    token = lexer.next(operand);
    return before;
  }

  /** The offset after what was taken, without the space and comments behind it. */
  int consumed() {
    return consumed;
  }

  /** Takes an operator that must come now. */
  JsonataToken expect(String operator, boolean operand) {
    if (!token.is(operator)) {
      throw unexpected("Expected \"" + operator + "\"");
    }
    return take(operand);
  }

  /** Takes the operator if it comes now. */
  boolean accept(String operator, boolean operand) {
    boolean here = token.is(operator);
    if (here) {
      take(operand);
    }
    return here;
  }

  SyntaxException unexpected(String expectation) {
    return new SyntaxException(token.at(), expectation + ", but found " + token.shown());
  }

  /** Parses an expression of operators that bind tighter than this. */
  Expr expression(int power) {
    if (++depth > DEEPEST) {
      throw new SyntaxException(token.at(), "The expression is nested too deeply");
    }
    Expr left = prefix.parse();
    for (int chain = 0; power < powerOf(token); chain++) {
      if (chain > LONGEST) {
        throw new SyntaxException(token.at(), "The expression is too long");
      }
      left = infix.parse(left);
    }
    depth--;
    return left;
  }

  private static int powerOf(JsonataToken token) {
    boolean operator = token.kind() == Kind.OPERATOR || token.kind() == Kind.NAME;
    return operator ? POWERS.getOrDefault(token.text(), 0) : 0;
  }

  static int power(String operator) {
    return POWERS.getOrDefault(operator, 0);
  }
}
