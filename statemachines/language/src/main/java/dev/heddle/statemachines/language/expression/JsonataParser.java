package dev.heddle.statemachines.language.expression;

import dev.heddle.statemachines.language.expression.JsonataToken.Kind;
import java.util.List;

/** Parses and analyses JSONata; faults are answered, never thrown. */
public final class JsonataParser {
  private static final int LONGEST = 32_000;

  private JsonataParser() {}

  /** The expression that fills the text between two offsets. */
  public static ParsedExpression parseBetween(String text, int from, int to) {
    return parse(text.substring(0, to), from, true);
  }

  /** The expression that begins at an offset and ends where the grammar ends it. */
  public static ParsedExpression parseFrom(String text, int from) {
    return parse(text, from, false);
  }

  private static ParsedExpression parse(String text, int from, boolean whole) {
    if (text.length() - from > LONGEST) {
      return failed(text, from, new SyntaxException(from, "The expression is too long"));
    }
    try {
      PrattParser parser = new PrattParser(text, from);
      Expr tree = parser.expression(0);
      if (whole && parser.token().kind() != Kind.END) {
        throw parser.unexpected("Expected the end of the expression");
      }
      return analysed(text, from, parser, tree);
    } catch (SyntaxException e) {
      return failed(text, from, e);
    }
  }

  private static ParsedExpression analysed(String text, int from, PrattParser parser, Expr tree) {
    ExpressionAnalyzer expressionAnalyzer = new ExpressionAnalyzer();
    expressionAnalyzer.visit(tree, false);
    boolean defined = !expressionAnalyzer.assigning() && DefinednessProof.defined(tree);
    boolean truth = DefinednessProof.truth(tree);
    return new ParsedExpression(
        text,
        from,
        parser.consumed(),
        parser.token().at(),
        defined,
        truth,
        expressionAnalyzer.references(),
        expressionAnalyzer.faults());
  }

  private static ParsedExpression failed(String text, int from, SyntaxException e) {
    ExpressionFault fault = new ExpressionFault(e.at(), true, String.valueOf(e.getMessage()), "");
    return new ParsedExpression(
        text, from, text.length(), text.length(), false, false, List.of(), List.of(fault));
  }
}
