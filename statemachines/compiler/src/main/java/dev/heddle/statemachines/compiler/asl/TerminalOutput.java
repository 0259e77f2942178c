package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.Assignment;
import dev.heddle.statemachines.language.expression.CodePiece;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a state gives that ends its scope: variables it assigns itself aren't readable yet. */
final class TerminalOutput {
  private static final List<String> UNLIKE =
      List.of("$random", "$shuffle", "$uuid", "$now", "$millis");

  private TerminalOutput() {}

  /** Whether a way can end the scope without a state of its own for that. */
  static boolean inPlace(StateTransition exit) {
    return exit.endsInPlace()
        && exit.assignments().stream().allMatch(set -> !set.always() || isRepeatable(set.value()));
  }

  private static boolean isRepeatable(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Literal _ -> true;
      case DynamicValue.Code code -> code.pieces().stream().noneMatch(TerminalOutput::varies);
      case DynamicValue.Fields fields ->
          fields.fields().values().stream().allMatch(TerminalOutput::isRepeatable);
      case DynamicValue.Items items ->
          items.items().stream().allMatch(TerminalOutput::isRepeatable);
    };
  }

  private static boolean varies(CodePiece piece) {
    return piece instanceof CodePiece.Text text && UNLIKE.stream().anyMatch(text.text()::contains);
  }

  /** The value with what the way assigns put in place of its name. */
  static DynamicValue substitute(DynamicValue value, StateTransition exit) {
    Map<String, DynamicValue> assigned = new HashMap<>();
    for (Assignment set : exit.assignments()) {
      assigned.put(set.variable(), set.value());
    }
    return substitute(value, assigned);
  }

  private static DynamicValue substitute(DynamicValue value, Map<String, DynamicValue> assigned) {
    return switch (value) {
      case DynamicValue.Literal literal -> literal;
      case DynamicValue.Code code -> substitute(code, assigned);
      case DynamicValue.Fields fields -> {
        Map<String, DynamicValue> settled = new LinkedHashMap<>();
        fields.fields().forEach((name, field) -> settled.put(name, substitute(field, assigned)));
        yield new DynamicValue.Fields(settled);
      }
      case DynamicValue.Items items ->
          new DynamicValue.Items(
              items.items().stream().map(item -> substitute(item, assigned)).toList());
    };
  }

  private static DynamicValue substitute(
      DynamicValue.Code code, Map<String, DynamicValue> assigned) {
    if (code.pieces().size() == 1
        && code.pieces().getFirst() instanceof CodePiece.Read read
        && assigned.containsKey(read.name())) {
      return assigned.get(read.name());
    }
    JsonataBuilder text = new JsonataBuilder();
    for (CodePiece piece : code.pieces()) {
      if (piece instanceof CodePiece.Read read && assigned.containsKey(read.name())) {
        text.code(ValueCode.of(assigned.get(read.name())));
      } else {
        text.piece(piece);
      }
    }
    return text.build();
  }
}
