package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;

/** Code that handles lists without collapsing those of one item or flattening lists in them. */
final class Lists {

  private Lists() {}

  /** The lists in a list, one after the other. */
  static Value.Code joined(Value.Code lists) {
    return new CodeText()
        .text("$reduce(")
        .code(lists)
        .text(", function($a, $b) { $append($a, $b) }, [])")
        .done();
  }

  /** The values of a list of {@code {ok, value}}. */
  static Value.Code values(Value.Code outcomes) {
    return values(outcomes, "");
  }

  /** The values of those that are ok. */
  static Value.Code successes(Value.Code outcomes) {
    return values(outcomes, "[ok]");
  }

  /** Mapping would give one item bare. */
  private static Value.Code values(Value.Code outcomes, String filter) {
    return new CodeText()
        .text("($R := [")
        .code(outcomes)
        .text(filter + "]; $V := $R[0].value; $count($R) > 1 ? $map($R, function($r) { $r.value })")
        .text(" : $count($R) = 0 ? [] : $type($V) = 'array' ? [[$V]] : [$V])")
        .done();
  }
}
