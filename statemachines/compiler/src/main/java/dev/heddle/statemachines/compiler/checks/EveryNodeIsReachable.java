package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import java.util.BitSet;

/** Reachability: a node that no trigger leads to is dead code and never runs. */
final class EveryNodeIsReachable implements DrawingCheck {

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    BitSet reachable = drawing.reachable();
    for (DrawingStep step : drawing.steps()) {
      if (!reachable.get(step.index()) && !step.isTrigger()) {
        String message =
            "\"" + step.node().name() + "\" never runs: it isn't connected to a trigger";
        String hint = "Connect it or delete it.";
        problems.warning("every-node-is-reachable", SourceLocation.node(step.id()), message, hint);
      }
    }
  }
}
