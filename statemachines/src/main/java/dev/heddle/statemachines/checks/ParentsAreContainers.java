package dev.heddle.statemachines.checks;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.report.Place;
import dev.heddle.statemachines.report.Problems;

/** Only a container can hold other nodes, and no node type of the vocabulary is one. */
final class ParentsAreContainers implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      String parent = step.node().parent();
      if (parent != null) {
        String message = "\"" + parent + "\" can't hold \"" + step.node().name() + "\"";
        String hint = "Move the node out of it.";
        problems.error(
            "parents-are-containers", Place.node(step.id()).field("parent"), message, hint);
      }
    }
  }
}
