package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Wiring;

/** Whoever answers has somebody waiting for it, and whoever waits is answered. */
final class AnswersHaveCallers implements Check {
  private static final String RULE = "answers-have-callers";

  @Override
  public void check(Drawing drawing, Problems problems) {
    if (drawing.container() != null) {
      return;
    }
    boolean waits = drawing.triggers().stream().anyMatch(AnswersHaveCallers::waits);
    boolean answered = false;
    for (Step step : drawing.steps()) {
      if (step.works() && step.wiring() instanceof Wiring.Respond) {
        answered = true;
        if (!waits) {
          String message = "Nobody waits for the answer of \"" + step.node().name() + "\"";
          String hint = "Let the webhook wait for the answer.";
          problems.warning(RULE, Place.node(step.id()), message, hint);
        }
      }
    }
    if (waits && !answered) {
      warnUnanswered(drawing, problems);
    }
  }

  private static void warnUnanswered(Drawing drawing, Problems problems) {
    for (Step trigger : drawing.triggers()) {
      if (waits(trigger)) {
        String message =
            "The caller of \"" + trigger.node().name() + "\" waits, but nothing answers";
        String hint = "Add a respond node, or let the webhook answer at once.";
        problems.warning(RULE, Place.node(trigger.id()), message, hint);
      }
    }
  }

  /** Whether a caller of this trigger waits for the run. */
  static boolean waits(Step trigger) {
    return trigger.wiring() instanceof Wiring.Trigger wiring
        && wiring.waits()
        && (trigger.value("respond") == null || trigger.word("respond").equals("answer"));
  }
}
