package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.report.SpellingHints;
import dev.heddle.statemachines.language.vocabulary.NodePorts;

/** Pass-through of skipped nodes: one that is disabled or pinned is left by a port that it has. */
final class IdleNodesPassOn implements DrawingCheck {
  private static final String RULE = "idle-nodes-pass-on";

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      if (!step.works() && !step.ports().contains(step.onlyPort()) && !isEnd(step)) {
        boolean pinned = step.node().pinned() != null;
        SourceLocation place = SourceLocation.node(step.id()).field(pinned ? "pinned" : "disabled");
        String message =
            "\""
                + step.node().name()
                + "\" has no port \""
                + step.onlyPort()
                + "\" to continue from";
        problems.error(RULE, place, message, SpellingHints.hint(step.onlyPort(), step.ports()));
      }
      if (step.node().pinned() != null) {
        String message = "\"" + step.node().name() + "\" is pinned: it doesn't run";
        problems.info("pinned", SourceLocation.node(step.id()), message, "");
      }
    }
  }

  /** Where nothing can follow, no port is needed. */
  private static boolean isEnd(DrawingStep step) {
    return step.ports().isEmpty() && step.onlyPort().equals(NodePorts.MAIN);
  }
}
