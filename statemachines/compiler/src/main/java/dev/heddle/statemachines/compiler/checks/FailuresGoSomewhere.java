package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.graph.GraphNode.OnError;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodePorts;

/**
 * Error handling: what a node does with its failure (its own port, a default output, going on) can
 * be done.
 */
final class FailuresGoSomewhere implements DrawingCheck {
  private static final String RULE = "failures-go-somewhere";

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      boolean edge = !drawing.outOf(step.index(), NodePorts.FAILURE).isEmpty();
      check(step, edge, problems);
      if (step.node().defaultOutput() != null && step.node().onError() != OnError.DEFAULT) {
        SourceLocation place = SourceLocation.node(step.id()).field("defaultOutput");
        problems.warning(
            RULE, place, "The default output is never used", "Set onError to default.");
      }
    }
  }

  private static void check(DrawingStep step, boolean edge, Diagnostics problems) {
    SourceLocation place = SourceLocation.node(step.id()).field("onError");
    OnError onError = step.node().onError();
    boolean goesOn = onError == OnError.CONTINUE || onError == OnError.DEFAULT;
    if (goesOn && step.isTrigger()) {
      problems.error(RULE, place, "A trigger can't fail", "Remove its failure settings.");
    } else if (onError == OnError.PORT && !edge) {
      String message = "Nothing is connected to the failure port";
      problems.error(RULE, place, message, "Connect it to a step, or choose to stop the run.");
    } else if (goesOn && !edge && !step.ports().contains(NodePorts.MAIN)) {
      String message = "There is no main port to continue from after a failure";
      problems.error(RULE, place, message, "Choose to stop the run, or connect the failure port.");
    } else if (onError == OnError.DEFAULT && step.node().defaultOutput() == null) {
      problems.error(RULE, place, "The default output is missing", "Set defaultOutput.");
    }
  }
}
