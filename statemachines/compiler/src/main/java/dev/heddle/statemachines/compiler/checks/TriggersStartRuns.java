package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;

/** Entry points: there is a trigger, and nothing leads to one. */
final class TriggersStartRuns implements DrawingCheck {

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    if (drawing.container() == null && drawing.triggers().isEmpty()) {
      String hint = "Add a trigger, such as a manual start or a webhook, and connect it to a step.";
      problems.error(
          "triggers-start-runs", SourceLocation.DRAWING, "No trigger starts this workflow", hint);
    }
    for (DrawingStep step : drawing.steps()) {
      if (drawing.container() == null
          && step.isTrigger()
          && !drawing.into(step.index()).isEmpty()) {
        String message = "A connection leads to the trigger \"" + step.node().name() + "\"";
        SourceLocation place = SourceLocation.edge(drawing.into(step.index()).getFirst().id());
        problems.error(
            "triggers-start-runs",
            place,
            message,
            "Runs can only start there. Delete the connection.");
      }
    }
  }
}
