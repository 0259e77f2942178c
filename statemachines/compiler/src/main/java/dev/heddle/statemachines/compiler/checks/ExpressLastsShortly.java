package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.graph.Graph.Mode;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;

/** Where Express is asked for, nothing waits for long or runs apart. */
final class ExpressLastsShortly implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    if (drawing.settings().mode() != Mode.EXPRESS) {
      return;
    }
    for (Step step : drawing.steps()) {
      Flavour.needsStandard(step)
          .ifPresent(
              why -> {
                String message = "Express is asked for, but \"" + step.node().name() + "\" " + why;
                String hint =
                    "Choose the mode auto or standard in the settings, or remove the node.";
                problems.error("express-lasts-shortly", Place.node(step.id()), message, hint);
              });
    }
  }
}
