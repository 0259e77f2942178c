package dev.heddle.statemachines.language.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Gives the names that a value reads other names. */
public record Renaming(UnaryOperator<String> names) {

  /** The value with other names in it. */
  public Value of(Value value) {
    return switch (value) {
      case Value.Literal literal -> literal;
      case Value.Code code -> new Value.Code(code.pieces().stream().map(this::of).toList());
      case Value.Fields fields -> of(fields);
      case Value.Items items -> new Value.Items(items.items().stream().map(this::of).toList());
    };
  }

  /** The object with other names in it. */
  public Value.Fields of(Value.Fields fields) {
    Map<String, Value> renamed = new LinkedHashMap<>();
    fields.fields().forEach((name, field) -> renamed.put(name, of(field)));
    return new Value.Fields(renamed);
  }

  private Piece of(Piece piece) {
    return switch (piece) {
      case Piece.Text text -> text;
      case Piece.Read read -> new Piece.Read(names.apply(read.name()), read.alone());
    };
  }
}
