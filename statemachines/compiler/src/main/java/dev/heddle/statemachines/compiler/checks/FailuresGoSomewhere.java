package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.graph.Node.OnError;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Ports;

/** What a node does with its failure can be done. */
final class FailuresGoSomewhere implements Check {
  private static final String RULE = "failures-go-somewhere";

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      boolean edge = !drawing.outOf(step.index(), Ports.FAILURE).isEmpty();
      check(step, edge, problems);
      if (step.node().defaultOutput() != null && step.node().onError() != OnError.DEFAULT) {
        Place place = Place.node(step.id()).field("defaultOutput");
        problems.warning(
            RULE, place, "The default output is never used", "Set onError to default.");
      }
    }
  }

  private static void check(Step step, boolean edge, Problems problems) {
    Place place = Place.node(step.id()).field("onError");
    OnError onError = step.node().onError();
    boolean goesOn = onError == OnError.CONTINUE || onError == OnError.DEFAULT;
    if (goesOn && step.isTrigger()) {
      problems.error(RULE, place, "A trigger can't fail", "Remove it.");
    } else if (onError == OnError.PORT && !edge) {
      String message = "The failure port leads nowhere";
      problems.error(RULE, place, message, "Draw an edge from it, or choose stop.");
    } else if (goesOn && !edge && !step.ports().contains(Ports.MAIN)) {
      String message = "There is no main port to go on by after a failure";
      problems.error(RULE, place, message, "Choose stop, or draw an edge from the failure port.");
    } else if (onError == OnError.DEFAULT && step.node().defaultOutput() == null) {
      problems.error(RULE, place, "The default output is missing", "Set defaultOutput.");
    }
  }
}
