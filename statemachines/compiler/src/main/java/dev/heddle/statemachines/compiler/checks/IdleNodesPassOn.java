package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.report.Spelling;
import dev.heddle.statemachines.language.vocabulary.Ports;

/** A node that is disabled or pinned is left by a port that it has. */
final class IdleNodesPassOn implements Check {
  private static final String RULE = "idle-nodes-pass-on";

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      if (!step.works() && !step.ports().contains(step.onlyPort()) && !isEnd(step)) {
        boolean pinned = step.node().pinned() != null;
        Place place = Place.node(step.id()).field(pinned ? "pinned" : "disabled");
        String message =
            "\"" + step.node().name() + "\" has no port \"" + step.onlyPort() + "\" to be left by";
        problems.error(RULE, place, message, Spelling.hint(step.onlyPort(), step.ports()));
      }
      if (step.node().pinned() != null) {
        String message = "\"" + step.node().name() + "\" is pinned: it doesn't run";
        problems.info("pinned", Place.node(step.id()), message, "");
      }
    }
  }

  /** Where nothing can follow, no port is needed. */
  private static boolean isEnd(Step step) {
    return step.ports().isEmpty() && step.onlyPort().equals(Ports.MAIN);
  }
}
