package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.CodePiece;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.expression.JsonataLiterals;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Writes a JSON value as one expression. */
final class ValueCode {

  private static final Pattern PATH = Pattern.compile("\\$[A-Za-z0-9_.\\[\\]]+");

  private ValueCode() {}

  static DynamicValue.Code of(DynamicValue value) {
    JsonataBuilder code = new JsonataBuilder();
    write(value, code);
    return code.build();
  }

  private static void write(DynamicValue value, JsonataBuilder code) {
    switch (value) {
      case DynamicValue.Literal literal -> code.text(constant(literal.json()));
      case DynamicValue.Code inner -> inline(inner, code);
      case DynamicValue.Fields fields -> fields(fields.fields(), code);
      case DynamicValue.Items items -> items(items.items(), code);
    }
  }

  private static void inline(DynamicValue.Code inner, JsonataBuilder code) {
    boolean plain = inner.pieces().size() == 1 && isPlain(inner.pieces().getFirst());
    code.text(plain ? "" : "(").code(inner).text(plain ? "" : ")");
  }

  private static boolean isPlain(CodePiece piece) {
    return switch (piece) {
      case CodePiece.Read _ -> true;
      case CodePiece.Text text -> PATH.matcher(text.text()).matches();
    };
  }

  private static void fields(Map<String, DynamicValue> fields, JsonataBuilder code) {
    String comma = "{";
    for (Map.Entry<String, DynamicValue> field : fields.entrySet()) {
      code.text(comma).quoted(field.getKey()).text(": ");
      write(field.getValue(), code);
      comma = ", ";
    }
    code.text(fields.isEmpty() ? "{}" : "}");
  }

  /** A list constructor would flatten the lists that its expressions give. */
  private static void items(List<DynamicValue> items, JsonataBuilder code) {
    code.text("$append(".repeat(items.size())).text("[]");
    for (DynamicValue item : items) {
      code.text(", ($V := ");
      write(item, code);
      code.text("; $type($V) = 'array' ? [[$V]] : [$V]))");
    }
  }

  private static String constant(JsonNode json) {
    if (json.isString()) {
      return JsonataLiterals.quoted(json.stringValue());
    }
    if (json.isArray()) {
      return "[" + String.join(", ", json.valueStream().map(ValueCode::constant).toList()) + "]";
    }
    if (json.isObject()) {
      List<String> fields =
          json.properties().stream()
              .map(
                  field ->
                      JsonataLiterals.quoted(field.getKey()) + ": " + constant(field.getValue()))
              .toList();
      return "{" + String.join(", ", fields) + "}";
    }
    return json.toString();
  }
}
