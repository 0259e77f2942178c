package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.ConfigExpression;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.ExpressionFault;
import dev.heddle.statemachines.language.report.Diagnostics;

/** Syntax of expressions: every one can be parsed and holds nothing that Step Functions refuses. */
final class ExpressionsAreSound implements DrawingCheck {

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      for (ConfigExpression usage : step.expressions()) {
        for (ExpressionFault fault : usage.parsed().faults()) {
          String rule = fault.syntax() ? "expression-syntax" : "expression-refused";
          problems.error(rule, usage.place(), fault.at() + 1, fault.message(), fault.hint());
        }
      }
    }
  }
}
