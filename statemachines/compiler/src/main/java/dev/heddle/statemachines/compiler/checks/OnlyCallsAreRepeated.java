package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Wiring;

/** Only a call is made again, and only a call or a run has a time limit. */
final class OnlyCallsAreRepeated implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      boolean calls = step.wiring() instanceof Wiring.Call;
      refuse(!calls && step.node().retry() != null, "retry", step, problems);
      boolean bounded = calls || runs(step);
      refuse(!bounded && step.node().timeoutSeconds() != null, "timeoutSeconds", step, problems);
    }
  }

  private static boolean runs(Step step) {
    return step.wiring() instanceof Wiring.RunWorkflow || step.wiring() instanceof Wiring.Agent;
  }

  private static void refuse(boolean set, String field, Step step, Problems problems) {
    if (set) {
      String message = "\"" + field + "\" has no meaning for " + step.type().title();
      Place place = Place.node(step.id()).field(field);
      problems.error("only-calls-are-repeated", place, message, "Remove it.");
    }
  }
}
