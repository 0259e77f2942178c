package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.drawing.Usage;
import dev.heddle.statemachines.language.expression.Fault;
import dev.heddle.statemachines.language.report.Problems;

/** Every expression can be parsed and holds nothing that Step Functions refuses. */
final class ExpressionsAreSound implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      for (Usage usage : step.usages()) {
        for (Fault fault : usage.parsed().faults()) {
          String rule = fault.syntax() ? "expression-syntax" : "expression-refused";
          problems.error(rule, usage.place(), fault.at() + 1, fault.message(), fault.hint());
        }
      }
    }
  }
}
