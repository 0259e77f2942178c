package dev.heddle.statemachines;

import dev.heddle.statemachines.checks.Flavour;
import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.plan.Dag;
import dev.heddle.statemachines.plan.Plan;
import dev.heddle.statemachines.vocabulary.Wiring;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences what a drawing became and why. */
final class Explanation {
  private final Dag dag;
  private final List<String> sentences = new ArrayList<>();

  private Explanation(Dag dag) {
    this.dag = dag;
  }

  static List<String> of(Drawing drawing, Dag dag, Plan plan, Flavour flavour) {
    Explanation explanation = new Explanation(dag);
    explanation.sentences.add(flavour.reason());
    drawing.steps().forEach(explanation::add);
    explanation.add(plan);
    return List.copyOf(explanation.sentences);
  }

  private void add(Step step) {
    String name = "\"" + step.node().name() + "\"";
    if (dag.of(step) < 0) {
      sentences.add(name + " is left out: no trigger leads to it.");
    } else if (step.node().pinned() != null) {
      sentences.add(name + " is pinned: a Pass yields its fixed output.");
    } else if (step.node().disabled() != null) {
      sentences.add(name + " is disabled: a Pass hands its input on.");
    } else {
      sentences.add(name + " " + became(step));
    }
  }

  private static String became(Step step) {
    return switch (step.wiring()) {
      case Wiring.Trigger _ ->
          "starts runs: expressions read its payload from the execution input.";
      case Wiring.Call _ -> "is a Task that calls the function of " + step.type().id() + ".";
      case Wiring.If _, Wiring.Switch _ -> "is a Choice.";
      case Wiring.SetFields _, Wiring.Respond _ -> "is a Pass that assigns its output.";
      case Wiring.Merge _ -> "is a Pass that assigns what came in.";
      case Wiring.Wait _ -> "is a Wait.";
      case Wiring.Stop _ -> step.fails() ? "is a Fail: it ends the run." : "ends its path.";
    };
  }

  private void add(Plan plan) {
    switch (plan) {
      case Plan.Flow flow -> flow.regions().values().forEach(region -> add(region.body()));
      case Plan.Series series -> series.parts().forEach(this::add);
      case Plan.Either either -> either.choices().forEach(this::add);
      case Plan.Together together -> {
        sentences.add("A Parallel runs " + names(together) + " at the same time.");
        together.branches().forEach(this::add);
      }
    }
  }

  private String names(Plan.Together together) {
    List<String> names = new ArrayList<>();
    for (Plan branch : together.branches()) {
      long steps = branch.vertices().stream().filter(v -> dag.vertex(v).isStep()).count();
      String first = dag.step(branch.vertices().nextSetBit(0)).node().name();
      names.add("\"" + first + "\"" + (steps > 1 ? " and what follows it" : ""));
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
