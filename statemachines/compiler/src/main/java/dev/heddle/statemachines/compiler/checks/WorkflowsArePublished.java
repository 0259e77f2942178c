package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;

/** Unresolved calls: a workflow that a node runs is there and published. */
final class WorkflowsArePublished implements DrawingCheck {
  private final ResourceNames resources;

  WorkflowsArePublished(ResourceNames resources) {
    this.resources = resources;
  }

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      String workflow = step.word("workflow");
      if (step.works()
          && step.wiring() instanceof NodeWiring.RunWorkflow
          && !workflow.isEmpty()
          && resources.workflow(workflow).isEmpty()) {
        String message = "No published workflow has the id \"" + workflow + "\"";
        String hint = "Choose another one, or publish it first.";
        SourceLocation place = SourceLocation.node(step.id()).field("workflow");
        problems.error("workflows-are-published", place, message, hint);
      }
    }
  }
}
