package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;

/** Code that handles lists without collapsing those of one item or flattening lists in them. */
final class JsonataLists {

  private JsonataLists() {}

  /** The lists in a list, one after the other. */
  static DynamicValue.Code joined(DynamicValue.Code lists) {
    return new JsonataBuilder()
        .text("$reduce(")
        .code(lists)
        .text(", function($a, $b) { $append($a, $b) }, [])")
        .build();
  }

  /** The values of a list of {@code {ok, value}}. */
  static DynamicValue.Code values(DynamicValue.Code outcomes) {
    return values(outcomes, "");
  }

  /** The values of those that are ok. */
  static DynamicValue.Code successes(DynamicValue.Code outcomes) {
    return values(outcomes, "[ok]");
  }

  /** Mapping would give one item bare. */
  private static DynamicValue.Code values(DynamicValue.Code outcomes, String filter) {
    return new JsonataBuilder()
        .text("($R := [")
        .code(outcomes)
        .text(filter + "]; $V := $R[0].value; $count($R) > 1 ? $map($R, function($r) { $r.value })")
        .text(" : $count($R) = 0 ? [] : $type($V) = 'array' ? [[$V]] : [$V])")
        .build();
  }
}
