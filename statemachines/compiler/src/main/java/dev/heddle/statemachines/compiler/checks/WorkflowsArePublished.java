package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Resources;
import dev.heddle.statemachines.language.vocabulary.Wiring;

/** A workflow that a node runs is there and published. */
final class WorkflowsArePublished implements Check {
  private final Resources resources;

  WorkflowsArePublished(Resources resources) {
    this.resources = resources;
  }

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      String workflow = step.word("workflow");
      if (step.works()
          && step.wiring() instanceof Wiring.RunWorkflow
          && !workflow.isEmpty()
          && resources.workflow(workflow).isEmpty()) {
        String message = "No published workflow has the id \"" + workflow + "\"";
        String hint = "Choose another one, or publish it first.";
        Place place = Place.node(step.id()).field("workflow");
        problems.error("workflows-are-published", place, message, hint);
      }
    }
  }
}
