package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;

/** Retry and timeout: only a call is made again, and only a call or a run has a time limit. */
final class OnlyCallsAreRepeated implements DrawingCheck {

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      boolean calls = step.wiring() instanceof NodeWiring.Call;
      refuse(!calls && step.node().retry() != null, "retry", step, problems);
      boolean bounded = calls || runs(step);
      refuse(!bounded && step.node().timeoutSeconds() != null, "timeoutSeconds", step, problems);
    }
  }

  private static boolean runs(DrawingStep step) {
    return step.wiring() instanceof NodeWiring.RunWorkflow
        || step.wiring() instanceof NodeWiring.Agent;
  }

  private static void refuse(boolean set, String field, DrawingStep step, Diagnostics problems) {
    if (set) {
      String message = "\"" + field + "\" isn't supported by " + step.type().title();
      SourceLocation place = SourceLocation.node(step.id()).field(field);
      problems.error("only-calls-are-repeated", place, message, "Remove it.");
    }
  }
}
