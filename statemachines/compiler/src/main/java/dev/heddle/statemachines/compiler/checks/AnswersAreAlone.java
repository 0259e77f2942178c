package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.FlowAnalysis;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.List;

/**
 * Mutual exclusion of responses: a run ends or answers once, so no two such nodes may run in the
 * same run.
 */
final class AnswersAreAlone implements DrawingCheck {

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    if (drawing.hasCycle() || drawing.starts().isEmpty()) {
      return;
    }
    List<DrawingStep> answers = drawing.steps().stream().filter(AnswersAreAlone::ends).toList();
    if (answers.size() < 2) {
      return;
    }
    FlowGraph dag = new FlowGraph(drawing);
    FlowAnalysis relations = new FlowAnalysis(dag);
    for (DrawingStep one : answers) {
      for (DrawingStep other : answers) {
        if (one.index() < other.index() && meet(one, other, dag, relations)) {
          report(one, other, problems);
        }
      }
    }
  }

  private static boolean ends(DrawingStep step) {
    return step.works()
        && (step.wiring() instanceof NodeWiring.Respond
            || step.wiring() instanceof NodeWiring.Stop && !step.fails());
  }

  private static boolean meet(
      DrawingStep one, DrawingStep other, FlowGraph dag, FlowAnalysis relations) {
    return dag.of(one) >= 0
        && dag.of(other) >= 0
        && relations.coReachable(dag.of(one)).get(dag.of(other));
  }

  private static void report(DrawingStep one, DrawingStep other, Diagnostics problems) {
    String names = "\"" + one.node().name() + "\" and \"" + other.node().name() + "\"";
    String hint = "Let a condition choose between them, or merge the branches before one of them.";
    problems.error(
        "answers-are-alone",
        SourceLocation.node(other.id()),
        names + " may both end the same run",
        hint);
  }
}
