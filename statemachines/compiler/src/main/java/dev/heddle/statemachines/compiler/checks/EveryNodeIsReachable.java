package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import java.util.BitSet;

/** A node that no trigger leads to never runs. */
final class EveryNodeIsReachable implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    BitSet reachable = drawing.reachable();
    for (Step step : drawing.steps()) {
      if (!reachable.get(step.index()) && !step.isTrigger()) {
        String message = "No trigger leads to \"" + step.node().name() + "\": it never runs";
        String hint = "Connect it or delete it.";
        problems.warning("every-node-is-reachable", Place.node(step.id()), message, hint);
      }
    }
  }
}
