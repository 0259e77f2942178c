package dev.heddle.statemachines.language.expression;

import java.util.function.UnaryOperator;

/**
 * Closes expressions over data that isn't there: undefined anywhere would end a real run, so what
 * isn't proven to have a value gets one.
 */
public final class ResultCoercion {

  private ResultCoercion() {}

  /** Absent becomes null. */
  public static DynamicValue.Code value(ParsedExpression parsedExpression) {
    return parsedExpression.defined()
        ? source(parsedExpression)
        : closed(parsedExpression, code -> code.text("; $exists($V) ? $V : null)"));
  }

  /** Anything becomes true or false. */
  public static DynamicValue.Code condition(ParsedExpression parsedExpression) {
    return parsedExpression.defined() && parsedExpression.truth()
        ? source(parsedExpression)
        : closed(parsedExpression, code -> code.text("; $exists($V) ? $boolean($V) : false)"));
  }

  /** Absent and null become an empty list, anything else but a list a list of one. */
  public static DynamicValue.Code items(ParsedExpression parsedExpression) {
    return closed(parsedExpression, code -> code.text("; $exists($V) and $V != null ? [$V] : [])"));
  }

  /** Absent and null become the empty text. */
  public static DynamicValue.Code text(ParsedExpression parsedExpression) {
    return closed(
        parsedExpression, code -> code.text("; $exists($V) and $V != null ? $string($V) : '')"));
  }

  private static DynamicValue.Code closed(
      ParsedExpression parsedExpression, UnaryOperator<JsonataBuilder> end) {
    return end.apply(new JsonataBuilder().text("($V := (").code(source(parsedExpression)).text(")"))
        .build();
  }

  /** The expression itself, its references as pieces. */
  public static DynamicValue.Code source(ParsedExpression parsedExpression) {
    JsonataBuilder code = new JsonataBuilder();
    int at = parsedExpression.from();
    for (VariableReference reference : parsedExpression.references()) {
      code.text(parsedExpression.text().substring(at, reference.at()));
      code.piece(
          new CodePiece.Read(reference.name(), alone(parsedExpression.text(), reference.end())));
      at = reference.end();
    }
    return trimmed(
        code.text(parsedExpression.text().substring(at, parsedExpression.last())).build());
  }

  private static boolean alone(String text, int end) {
    String rest = text.substring(end).stripLeading();
    return rest.isEmpty() || "[{(^@#".indexOf(rest.charAt(0)) < 0;
  }

  private static DynamicValue.Code trimmed(DynamicValue.Code code) {
    JsonataBuilder trimmed = new JsonataBuilder();
    int last = code.pieces().size() - 1;
    for (int i = 0; i <= last; i++) {
      CodePiece piece = code.pieces().get(i);
      trimmed.piece(
          piece instanceof CodePiece.Text text
              ? new CodePiece.Text(trim(text, i == 0, i == last))
              : piece);
    }
    return trimmed.build();
  }

  private static String trim(CodePiece.Text piece, boolean first, boolean last) {
    String text = first ? piece.text().stripLeading() : piece.text();
    return last ? text.stripTrailing() : text;
  }
}
