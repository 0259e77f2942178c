package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.Piece;
import dev.heddle.statemachines.language.expression.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers variables, and finds those that a value reads. */
final class Reads {
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

  void of(Value value, BitSet into) {
    switch (value) {
      case Value.Literal _ -> {}
      case Value.Code code -> code.pieces().forEach(piece -> of(piece, into));
      case Value.Fields fields -> fields.fields().values().forEach(field -> of(field, into));
      case Value.Items items -> items.items().forEach(item -> of(item, into));
    }
  }

  private void of(Piece piece, BitSet into) {
    if (piece instanceof Piece.Read read) {
      into.set(number(read.name()));
    }
  }
}
