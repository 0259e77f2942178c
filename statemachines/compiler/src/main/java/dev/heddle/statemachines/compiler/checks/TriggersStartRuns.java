package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;

/** There is a trigger, and nothing leads to one. */
final class TriggersStartRuns implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    if (drawing.container() == null && drawing.triggers().isEmpty()) {
      String hint = "Add a trigger, such as a manual start or a webhook, and lead it somewhere.";
      problems.error("triggers-start-runs", Place.DRAWING, "No trigger starts this workflow", hint);
    }
    for (Step step : drawing.steps()) {
      if (drawing.container() == null
          && step.isTrigger()
          && !drawing.into(step.index()).isEmpty()) {
        String message = "An edge leads to the trigger \"" + step.node().name() + "\"";
        Place place = Place.edge(drawing.into(step.index()).getFirst().id());
        problems.error("triggers-start-runs", place, message, "A run can only start there.");
      }
    }
  }
}
