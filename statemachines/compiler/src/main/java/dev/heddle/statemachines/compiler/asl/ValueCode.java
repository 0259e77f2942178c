package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Literals;
import dev.heddle.statemachines.language.expression.Piece;
import dev.heddle.statemachines.language.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Writes a JSON value as one expression. */
final class ValueCode {

  private static final Pattern PATH = Pattern.compile("\\$[A-Za-z0-9_.\\[\\]]+");

  private ValueCode() {}

  static Value.Code of(Value value) {
    CodeText code = new CodeText();
    write(value, code);
    return code.done();
  }

  private static void write(Value value, CodeText code) {
    switch (value) {
      case Value.Literal literal -> code.text(constant(literal.json()));
      case Value.Code inner -> inline(inner, code);
      case Value.Fields fields -> fields(fields.fields(), code);
      case Value.Items items -> items(items.items(), code);
    }
  }

  private static void inline(Value.Code inner, CodeText code) {
    boolean plain = inner.pieces().size() == 1 && isPlain(inner.pieces().getFirst());
    code.text(plain ? "" : "(").code(inner).text(plain ? "" : ")");
  }

  private static boolean isPlain(Piece piece) {
    return switch (piece) {
      case Piece.Read _ -> true;
      case Piece.Text text -> PATH.matcher(text.text()).matches();
    };
  }

  private static void fields(Map<String, Value> fields, CodeText code) {
    String comma = "{";
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      code.text(comma).quoted(field.getKey()).text(": ");
      write(field.getValue(), code);
      comma = ", ";
    }
    code.text(fields.isEmpty() ? "{}" : "}");
  }

  /** A list constructor would flatten the lists that its expressions give. */
  private static void items(List<Value> items, CodeText code) {
    code.text("$append(".repeat(items.size())).text("[]");
    for (Value item : items) {
      code.text(", ($V := ");
      write(item, code);
      code.text("; $type($V) = 'array' ? [[$V]] : [$V]))");
    }
  }

  private static String constant(JsonNode json) {
    if (json.isString()) {
      return Literals.quoted(json.stringValue());
    }
    if (json.isArray()) {
      return "[" + String.join(", ", json.valueStream().map(ValueCode::constant).toList()) + "]";
    }
    if (json.isObject()) {
      List<String> fields =
          json.properties().stream()
              .map(field -> Literals.quoted(field.getKey()) + ": " + constant(field.getValue()))
              .toList();
      return "{" + String.join(", ", fields) + "}";
    }
    return json.toString();
  }
}
