package dev.heddle.statemachines.language.expression;

import dev.heddle.statemachines.language.expression.Expr.Constant;
import dev.heddle.statemachines.language.expression.JsonataToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses what may begin an expression. */
final class PrefixParser {
  private final PrattParser parser;

  PrefixParser(PrattParser parser) {
    this.parser = parser;
  }

  Expr parse() {
    JsonataToken token = parser.token();
    return switch (token.kind()) {
      case STRING -> constant(Constant.Kind.TEXT);
      case REGEX -> constant(Constant.Kind.REGEX);
      case NUMBER -> constant(Constant.Kind.OTHER);
      case VARIABLE -> variable();
      case NAME -> name();
      case OPERATOR -> operator(token.text());
      case END -> throw parser.unexpected("Expected a value");
    };
  }

  private Expr constant(Constant.Kind kind) {
    return new Constant(parser.take(false).at(), kind);
  }

  private Expr variable() {
    JsonataToken token = parser.take(false);
    String name = token.text();
    return name.isEmpty() || name.equals("$")
        ? new Expr.Context(token.at(), "$" + name)
        : new Expr.Variable(token.at(), token.end(), name);
  }

  private Expr name() {
    JsonataToken token = parser.take(false);
    boolean quoted = token.end() - token.at() != token.text().length();
    if (quoted) {
      return new Expr.Name(token.at(), token.text());
    }
    return switch (token.text()) {
      case "true", "false" -> new Constant(token.at(), Constant.Kind.TRUTH);
      case "null" -> new Constant(token.at(), Constant.Kind.OTHER);
      case "function", "λ" -> parser.token().is("(") ? lambda() : named(token);
      default -> named(token);
    };
  }

  private static Expr named(JsonataToken token) {
    return new Expr.Name(token.at(), token.text());
  }

  private Expr lambda() {
    parser.expect("(", true);
    List<String> parameters = new ArrayList<>();
    if (!parser.token().is(")")) {
      do {
        parameters.add(parameter());
      } while (parser.accept(",", true));
    }
    parser.expect(")", false);
    skipSignature();
    parser.expect("{", true);
    Expr body = parser.expression(0);
    parser.expect("}", false);
    return new Expr.Lambda(parameters, body);
  }

  private String parameter() {
    if (parser.token().kind() != Kind.VARIABLE) {
      throw parser.unexpected("Expected a parameter such as \"$x\"");
    }
    return parser.take(false).text();
  }

  private void skipSignature() {
    int depth = 0;
    while (parser.token().is("<") || depth > 0) {
      if (parser.token().kind() == Kind.END || parser.token().is("{")) {
        throw parser.unexpected("Expected the end of the signature");
      }
      depth += parser.token().is("<") ? 1 : parser.token().is(">") ? -1 : 0;
      parser.take(false);
    }
  }

  private Expr operator(String operator) {
    return switch (operator) {
      case "(" -> block();
      case "[" -> list();
      case "{" -> object();
      case "|" -> transform();
      case "-" -> negative();
      case "*", "**", "%" -> context();
      default -> throw parser.unexpected("Expected a value");
    };
  }

  private Expr context() {
    JsonataToken token = parser.take(false);
    return new Expr.Context(token.at(), token.text());
  }

  private Expr negative() {
    parser.take(false);
    return new Expr.Negation(parser.expression(70));
  }

  private Expr block() {
    parser.take(true);
    List<Expr> steps = new ArrayList<>();
    while (!parser.token().is(")")) {
      steps.add(parser.expression(0));
      if (!parser.accept(";", true)) {
        break;
      }
    }
    parser.expect(")", false);
    return new Expr.Block(steps);
  }

  private Expr list() {
    parser.take(true);
    List<Expr> items = new ArrayList<>();
    if (!parser.token().is("]")) {
      do {
        items.add(item());
      } while (parser.accept(",", true));
    }
    parser.expect("]", false);
    return new Expr.ListOf(items);
  }

  private Expr item() {
    Expr first = parser.expression(0);
    return parser.accept("..", true) ? new Expr.Binary("..", first, parser.expression(0)) : first;
  }

  private Expr object() {
    parser.take(true);
    return new Expr.ObjectOf(pairs());
  }

  /** Keys and values up to the closing brace. */
  List<Expr> pairs() {
    List<Expr> parts = new ArrayList<>();
    if (!parser.token().is("}")) {
      do {
        parts.add(parser.expression(0));
        parser.expect(":", true);
        parts.add(parser.expression(0));
      } while (parser.accept(",", true));
    }
    parser.expect("}", false);
    return parts;
  }

  private Expr transform() {
    parser.take(true);
    List<Expr> parts = new ArrayList<>();
    parts.add(parser.expression(0));
    parser.expect("|", true);
    parts.add(parser.expression(0));
    if (parser.accept(",", true)) {
      parts.add(parser.expression(0));
    }
    parser.expect("|", false);
    return new Expr.Transform(parts);
  }
}
