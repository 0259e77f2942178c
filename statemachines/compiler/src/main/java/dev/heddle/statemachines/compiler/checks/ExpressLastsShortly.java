package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.graph.GraphDocument.Mode;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;

/** Limits of Express executions: where one is asked for, nothing waits for long or runs apart. */
final class ExpressLastsShortly implements DrawingCheck {

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    if (drawing.settings().mode() != Mode.EXPRESS) {
      return;
    }
    for (DrawingStep step : drawing.steps()) {
      WorkflowType.needsStandard(step)
          .ifPresent(
              why -> {
                String message =
                    "The run mode is Express, but \"" + step.node().name() + "\" " + why;
                String hint = "Choose another run mode in the settings, or delete the step.";
                problems.error(
                    "express-lasts-shortly", SourceLocation.node(step.id()), message, hint);
              });
    }
  }
}
