package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Frame;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Wiring;

/** A container holds something to run, and neither where a run starts nor what answers it. */
final class ContainersHoldNodes implements Check {
  private static final String RULE = "containers-hold-nodes";

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      Drawing body = step.body();
      if (Frame.isContainer(step.wiring()) && (body == null || body.steps().isEmpty())) {
        String message = "Nothing stands in \"" + step.node().name() + "\"";
        problems.error(RULE, Place.node(step.id()), message, "Put the nodes to repeat into it.");
      }
      if (drawing.container() != null) {
        checkInside(step, problems);
      }
    }
  }

  private static void checkInside(Step step, Problems problems) {
    Place place = Place.node(step.id()).field("parent");
    if (step.isTrigger()) {
      String message = "The trigger \"" + step.node().name() + "\" can't stand in a container";
      problems.error(RULE, place, message, "A run starts outside; move it out.");
    } else if (step.wiring() instanceof Wiring.Respond) {
      String message = "\"" + step.node().name() + "\" can't answer from inside a container";
      problems.error(RULE, place, message, "Answer with what the container gives.");
    }
  }
}
