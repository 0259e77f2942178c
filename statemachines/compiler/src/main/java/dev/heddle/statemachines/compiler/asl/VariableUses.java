package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.CodePiece;
import dev.heddle.statemachines.language.expression.DynamicValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers variables, and finds those that a value reads. */
final class VariableUses {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  int number(String variable) {
    return numbers.computeIfAbsent(variable, this::add);
  }

  private int add(String variable) {
    names.add(variable);
    return names.size() - 1;
  }

  String name(int number) {
    return names.get(number);
  }

  void of(DynamicValue value, BitSet into) {
    switch (value) {
      case DynamicValue.Literal _ -> {}
      case DynamicValue.Code code -> code.pieces().forEach(piece -> of(piece, into));
      case DynamicValue.Fields fields -> fields.fields().values().forEach(field -> of(field, into));
      case DynamicValue.Items items -> items.items().forEach(item -> of(item, into));
    }
  }

  private void of(CodePiece piece, BitSet into) {
    if (piece instanceof CodePiece.Read read) {
      into.set(number(read.name()));
    }
  }
}
