package dev.heddle.statemachines.checks;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.report.Place;
import dev.heddle.statemachines.report.Problems;
import dev.heddle.statemachines.vocabulary.Wiring;

/** Retry and a time limit make sense only where a function is called. */
final class OnlyCallsAreRepeated implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      if (!(step.wiring() instanceof Wiring.Call)) {
        refuse(step.node().retry() != null, "retry", step, problems);
        refuse(step.node().timeoutSeconds() != null, "timeoutSeconds", step, problems);
      }
    }
  }

  private static void refuse(boolean set, String field, Step step, Problems problems) {
    if (set) {
      String message = "\"" + field + "\" has no meaning for " + step.type().title();
      Place place = Place.node(step.id()).field(field);
      problems.error("only-calls-are-repeated", place, message, "Remove it.");
    }
  }
}
