package dev.heddle.statemachines.language.expression;

import dev.heddle.statemachines.language.expression.JsonataToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses what may follow a value. */
final class InfixParser {
  private final PrattParser parser;

  InfixParser(PrattParser parser) {
    this.parser = parser;
  }

  Expr parse(Expr left) {
    JsonataToken token = parser.token();
    return switch (token.text()) {
      case "(" -> call(left);
      case "[" -> filter(left);
      case "{" -> group(left);
      case "^" -> sort(left);
      case "@", "#" -> bound(left);
      case "?" -> conditional(left);
      case ":=" -> assign(left);
      case "." -> new Expr.Path(left, right());
      case "?:", "??" ->
          throw new SyntaxException(
              token.at(), "\"" + token.text() + "\" isn't supported by JSONata in Step Functions");
      default -> new Expr.Binary(token.text(), left, right());
    };
  }

  private Expr right() {
    JsonataToken operator = parser.take(true);
    return parser.expression(PrattParser.power(operator.text()));
  }

  private Expr call(Expr function) {
    parser.take(true);
    List<Expr> arguments = new ArrayList<>();
    if (!parser.token().is(")")) {
      do {
        argument(arguments);
      } while (parser.accept(",", true));
    }
    parser.expect(")", false);
    return new Expr.Call(function, arguments);
  }

  /** An argument may be left open by a question mark. */
  private void argument(List<Expr> arguments) {
    if (!parser.accept("?", false)) {
      arguments.add(parser.expression(0));
    }
  }

  private Expr filter(Expr target) {
    parser.take(true);
    List<Expr> parts = new ArrayList<>();
    if (!parser.token().is("]")) {
      parts.add(parser.expression(0));
    }
    parser.expect("]", false);
    return new Expr.Within(target, parts);
  }

  private Expr group(Expr target) {
    parser.take(true);
    return new Expr.Within(target, new PrefixParser(parser).pairs());
  }

  private Expr sort(Expr target) {
    parser.take(true);
    parser.expect("(", true);
    List<Expr> terms = new ArrayList<>();
    do {
      if (!parser.accept("<", true)) {
        parser.accept(">", true);
      }
      terms.add(parser.expression(0));
    } while (parser.accept(",", true));
    parser.expect(")", false);
    return new Expr.Within(target, terms);
  }

  private Expr bound(Expr target) {
    parser.take(true);
    if (parser.token().kind() != Kind.VARIABLE) {
      throw parser.unexpected("Expected a variable such as \"$x\"");
    }
    return new Expr.Binding(target, parser.take(false).text());
  }

  private Expr conditional(Expr test) {
    parser.take(true);
    Expr then = parser.expression(0);
    return new Expr.Conditional(test, then, parser.accept(":", true) ? parser.expression(0) : null);
  }

  private Expr assign(Expr left) {
    if (!(left instanceof Expr.Variable variable)) {
      throw parser.unexpected("Only a variable can be assigned");
    }
    parser.take(true);
    return new Expr.Assign(variable.name(), parser.expression(PrattParser.power(":=") - 1));
  }
}
