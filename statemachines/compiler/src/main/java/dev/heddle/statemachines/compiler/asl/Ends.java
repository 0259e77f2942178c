package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Exit.Assignment;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Piece;
import dev.heddle.statemachines.language.expression.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a state gives that ends its scope: variables it assigns itself aren't readable yet. */
final class Ends {
  private static final List<String> UNLIKE =
      List.of("$random", "$shuffle", "$uuid", "$now", "$millis");

  private Ends() {}

  /** Whether a way can end the scope without a state of its own for that. */
  static boolean inPlace(Exit exit) {
    return exit.endsInPlace()
        && exit.assignments().stream().allMatch(set -> !set.always() || isRepeatable(set.value()));
  }

  private static boolean isRepeatable(Value value) {
    return switch (value) {
      case Value.Literal _ -> true;
      case Value.Code code -> code.pieces().stream().noneMatch(Ends::varies);
      case Value.Fields fields -> fields.fields().values().stream().allMatch(Ends::isRepeatable);
      case Value.Items items -> items.items().stream().allMatch(Ends::isRepeatable);
    };
  }

  private static boolean varies(Piece piece) {
    return piece instanceof Piece.Text text && UNLIKE.stream().anyMatch(text.text()::contains);
  }

  /** The value with what the way assigns put in place of its name. */
  static Value substitute(Value value, Exit exit) {
    Map<String, Value> assigned = new HashMap<>();
    for (Assignment set : exit.assignments()) {
      assigned.put(set.variable(), set.value());
    }
    return substitute(value, assigned);
  }

  private static Value substitute(Value value, Map<String, Value> assigned) {
    return switch (value) {
      case Value.Literal literal -> literal;
      case Value.Code code -> substitute(code, assigned);
      case Value.Fields fields -> {
        Map<String, Value> settled = new LinkedHashMap<>();
        fields.fields().forEach((name, field) -> settled.put(name, substitute(field, assigned)));
        yield new Value.Fields(settled);
      }
      case Value.Items items ->
          new Value.Items(items.items().stream().map(item -> substitute(item, assigned)).toList());
    };
  }

  private static Value substitute(Value.Code code, Map<String, Value> assigned) {
    if (code.pieces().size() == 1
        && code.pieces().getFirst() instanceof Piece.Read read
        && assigned.containsKey(read.name())) {
      return assigned.get(read.name());
    }
    CodeText text = new CodeText();
    for (Piece piece : code.pieces()) {
      if (piece instanceof Piece.Read read && assigned.containsKey(read.name())) {
        text.code(ValueCode.of(assigned.get(read.name())));
      } else {
        text.piece(piece);
      }
    }
    return text.done();
  }
}
