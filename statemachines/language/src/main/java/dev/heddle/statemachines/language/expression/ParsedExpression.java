package dev.heddle.statemachines.language.expression;

import java.util.List;

/**
 * An expression within a text.
 *
 * @param last the offset after its last token
 * @param end the offset of what follows it
 * @param defined whether it surely has a value, all its references having one
 * @param truth whether that value is surely true or false
 */
public record ParsedExpression(
    String text,
    int from,
    int last,
    int end,
    boolean defined,
    boolean truth,
    List<VariableReference> references,
    List<ExpressionFault> faults) {

  /** Whether the text may be run. */
  public boolean sound() {
    return faults.isEmpty();
  }
}
