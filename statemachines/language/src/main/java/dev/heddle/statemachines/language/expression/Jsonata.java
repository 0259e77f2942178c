package dev.heddle.statemachines.language.expression;

import dev.heddle.statemachines.language.expression.Token.Kind;
import java.util.List;

/** Parses and analyses JSONata; faults are answered, never thrown. */
public final class Jsonata {
  private static final int LONGEST = 32_000;

  private Jsonata() {}

  /** The expression that fills the text between two offsets. */
  public static Parsed between(String text, int from, int to) {
    return parse(text.substring(0, to), from, true);
  }

  /** The expression that begins at an offset and ends where the grammar ends it. */
  public static Parsed from(String text, int from) {
    return parse(text, from, false);
  }

  private static Parsed parse(String text, int from, boolean whole) {
    if (text.length() - from > LONGEST) {
      return failed(text, from, new SyntaxException(from, "The expression is too long"));
    }
    try {
      Parser parser = new Parser(text, from);
      Expr tree = parser.expression(0);
      if (whole && parser.token().kind() != Kind.END) {
        throw parser.unexpected("The end of the expression was expected");
      }
      return analysed(text, from, parser, tree);
    } catch (SyntaxException e) {
      return failed(text, from, e);
    }
  }

  private static Parsed analysed(String text, int from, Parser parser, Expr tree) {
    Reading reading = new Reading();
    reading.visit(tree, false);
    boolean defined = !reading.assigning() && Definedness.defined(tree);
    boolean truth = Definedness.truth(tree);
    return new Parsed(
        text,
        from,
        parser.taken(),
        parser.token().at(),
        defined,
        truth,
        reading.references(),
        reading.faults());
  }

  private static Parsed failed(String text, int from, SyntaxException e) {
    Fault fault = new Fault(e.at(), true, String.valueOf(e.getMessage()), "");
    return new Parsed(
        text, from, text.length(), text.length(), false, false, List.of(), List.of(fault));
  }
}
