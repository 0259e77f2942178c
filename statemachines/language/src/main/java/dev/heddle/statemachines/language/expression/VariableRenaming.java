package dev.heddle.statemachines.language.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Gives the names that a value reads other names. */
public record VariableRenaming(UnaryOperator<String> names) {

  /** The value with other names in it. */
  public DynamicValue of(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Literal literal -> literal;
      case DynamicValue.Code code ->
          new DynamicValue.Code(code.pieces().stream().map(this::of).toList());
      case DynamicValue.Fields fields -> of(fields);
      case DynamicValue.Items items ->
          new DynamicValue.Items(items.items().stream().map(this::of).toList());
    };
  }

  /** The object with other names in it. */
  public DynamicValue.Fields of(DynamicValue.Fields fields) {
    Map<String, DynamicValue> renamed = new LinkedHashMap<>();
    fields.fields().forEach((name, field) -> renamed.put(name, of(field)));
    return new DynamicValue.Fields(renamed);
  }

  private CodePiece of(CodePiece piece) {
    return switch (piece) {
      case CodePiece.Text text -> text;
      case CodePiece.Read read -> new CodePiece.Read(names.apply(read.name()), read.alone());
    };
  }
}
