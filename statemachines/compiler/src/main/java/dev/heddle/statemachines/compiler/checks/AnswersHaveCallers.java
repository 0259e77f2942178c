package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;

/**
 * Request and response belong together: whoever answers has somebody waiting for it, and whoever
 * waits is answered.
 */
final class AnswersHaveCallers implements DrawingCheck {
  private static final String RULE = "answers-have-callers";

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    if (drawing.container() != null) {
      return;
    }
    boolean waits = drawing.triggers().stream().anyMatch(AnswersHaveCallers::waits);
    boolean answered = false;
    for (DrawingStep step : drawing.steps()) {
      if (step.works() && step.wiring() instanceof NodeWiring.Respond) {
        answered = true;
        if (!waits) {
          String message = "No caller waits for the response of \"" + step.node().name() + "\"";
          String hint = "Set the webhook's response to “When the run responds”.";
          problems.warning(RULE, SourceLocation.node(step.id()), message, hint);
        }
      }
    }
    if (waits && !answered) {
      warnUnanswered(drawing, problems);
    }
  }

  private static void warnUnanswered(Drawing drawing, Diagnostics problems) {
    for (DrawingStep trigger : drawing.triggers()) {
      if (waits(trigger)) {
        String message =
            "The caller of \"" + trigger.node().name() + "\" waits, but no step responds";
        String hint = "Add a Respond step, or set the webhook's response to “Immediately”.";
        problems.warning(RULE, SourceLocation.node(trigger.id()), message, hint);
      }
    }
  }

  /** Whether a caller of this trigger waits for the run. */
  static boolean waits(DrawingStep trigger) {
    return trigger.wiring() instanceof NodeWiring.Trigger wiring
        && wiring.waits()
        && (trigger.value("respond") == null || trigger.word("respond").equals("answer"));
  }
}
