package dev.heddle.statemachines.language.expression;

import java.util.function.UnaryOperator;

/**
 * Closes expressions over data that isn't there: undefined anywhere would end a real run, so what
 * isn't proven to have a value gets one.
 */
public final class Closing {

  private Closing() {}

  /** Absent becomes null. */
  public static Value.Code value(Parsed parsed) {
    return parsed.defined()
        ? source(parsed)
        : closed(parsed, code -> code.text("; $exists($V) ? $V : null)"));
  }

  /** Anything becomes true or false. */
  public static Value.Code condition(Parsed parsed) {
    return parsed.defined() && parsed.truth()
        ? source(parsed)
        : closed(parsed, code -> code.text("; $exists($V) ? $boolean($V) : false)"));
  }

  /** Absent and null become an empty list, anything else but a list a list of one. */
  public static Value.Code items(Parsed parsed) {
    return closed(parsed, code -> code.text("; $exists($V) and $V != null ? [$V] : [])"));
  }

  /** Absent and null become the empty text. */
  public static Value.Code text(Parsed parsed) {
    return closed(parsed, code -> code.text("; $exists($V) and $V != null ? $string($V) : '')"));
  }

  private static Value.Code closed(Parsed parsed, UnaryOperator<CodeText> end) {
    return end.apply(new CodeText().text("($V := (").code(source(parsed)).text(")")).done();
  }

  /** The expression itself, its references as pieces. */
  public static Value.Code source(Parsed parsed) {
    CodeText code = new CodeText();
    int at = parsed.from();
    for (Reference reference : parsed.references()) {
      code.text(parsed.text().substring(at, reference.at()));
      code.piece(new Piece.Read(reference.name(), alone(parsed.text(), reference.end())));
      at = reference.end();
    }
    return trimmed(code.text(parsed.text().substring(at, parsed.last())).done());
  }

  private static boolean alone(String text, int end) {
    String rest = text.substring(end).stripLeading();
    return rest.isEmpty() || "[{(^@#".indexOf(rest.charAt(0)) < 0;
  }

  private static Value.Code trimmed(Value.Code code) {
    CodeText trimmed = new CodeText();
    int last = code.pieces().size() - 1;
    for (int i = 0; i <= last; i++) {
      Piece piece = code.pieces().get(i);
      trimmed.piece(
          piece instanceof Piece.Text text ? new Piece.Text(trim(text, i == 0, i == last)) : piece);
    }
    return trimmed.done();
  }

  private static String trim(Piece.Text piece, boolean first, boolean last) {
    String text = first ? piece.text().stripLeading() : piece.text();
    return last ? text.stripTrailing() : text;
  }
}
