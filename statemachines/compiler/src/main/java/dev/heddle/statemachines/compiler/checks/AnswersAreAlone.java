package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Relations;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.List;

/** A run ends or answers once: no two such nodes may run in the same run. */
final class AnswersAreAlone implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    if (drawing.hasCycle() || drawing.starts().isEmpty()) {
      return;
    }
    List<Step> answers = drawing.steps().stream().filter(AnswersAreAlone::ends).toList();
    if (answers.size() < 2) {
      return;
    }
    Dag dag = new Dag(drawing);
    Relations relations = new Relations(dag);
    for (Step one : answers) {
      for (Step other : answers) {
        if (one.index() < other.index() && meet(one, other, dag, relations)) {
          report(one, other, problems);
        }
      }
    }
  }

  private static boolean ends(Step step) {
    return step.works()
        && (step.wiring() instanceof Wiring.Respond
            || step.wiring() instanceof Wiring.Stop && !step.fails());
  }

  private static boolean meet(Step one, Step other, Dag dag, Relations relations) {
    return dag.of(one) >= 0
        && dag.of(other) >= 0
        && relations.together(dag.of(one)).get(dag.of(other));
  }

  private static void report(Step one, Step other, Problems problems) {
    String names = "\"" + one.node().name() + "\" and \"" + other.node().name() + "\"";
    String hint = "Let a choice decide between them, or join the ways before one of them.";
    problems.error(
        "answers-are-alone", Place.node(other.id()), names + " may both end the same run", hint);
  }
}
