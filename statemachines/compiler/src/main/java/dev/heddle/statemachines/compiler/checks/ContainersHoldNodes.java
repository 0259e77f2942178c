package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.ContainerFrame;
import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;

/**
 * The bodies of loops and for-eaches: a container holds something to run, and neither where a run
 * starts nor what answers it.
 */
final class ContainersHoldNodes implements DrawingCheck {
  private static final String RULE = "containers-hold-nodes";

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      Drawing body = step.body();
      if (ContainerFrame.isContainer(step.wiring()) && (body == null || body.steps().isEmpty())) {
        String message = "\"" + step.node().name() + "\" is empty";
        problems.error(
            RULE, SourceLocation.node(step.id()), message, "Add the steps to repeat inside it.");
      }
      if (drawing.container() != null) {
        checkInside(step, problems);
      }
    }
  }

  private static void checkInside(DrawingStep step, Diagnostics problems) {
    SourceLocation place = SourceLocation.node(step.id()).field("parent");
    if (step.isTrigger()) {
      String message = "The trigger \"" + step.node().name() + "\" can't be inside a container";
      problems.error(RULE, place, message, "Move it out of the container.");
    } else if (step.wiring() instanceof NodeWiring.Respond) {
      String message = "\"" + step.node().name() + "\" can't respond from inside a container";
      problems.error(RULE, place, message, "Respond after the container, with its output.");
    }
  }
}
