package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.compiler.checks.Flavour;
import dev.heddle.statemachines.compiler.drawing.Racing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Orderings;
import dev.heddle.statemachines.compiler.plan.Plan;
import dev.heddle.statemachines.compiler.plan.Planned;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences what a drawing became and why. */
final class Explanation {
  private final List<String> sentences = new ArrayList<>();

  private Explanation() {}

  static List<String> of(Planned planned, Flavour flavour) {
    Explanation explanation = new Explanation();
    explanation.sentences.add(flavour.reason());
    explanation.add(planned);
    return List.copyOf(explanation.sentences);
  }

  private void add(Planned planned) {
    for (Step step : planned.dag().drawing().steps()) {
      if (!(step.racing() instanceof Racing.Finish)) {
        add(step, planned.dag());
      }
    }
    add(planned.plan(), planned.dag());
    planned.orderings().forEach(this::wait);
    planned.parts().forEach(this::add);
  }

  private void add(Step step, Dag dag) {
    String name = "\"" + step.node().name() + "\"";
    if (dag.of(step) < 0) {
      sentences.add(name + " is left out: no trigger leads to it.");
    } else if (step.isRecorded()) {
      sentences.add(name + " isn't run again: it yields what it gave in the recorded run.");
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
      case Wiring.Await _ -> "is a Task that goes on when somebody gives its token back.";
      case Wiring.RunWorkflow _ ->
          step.waitsForRun()
              ? "is a Task that runs another workflow and waits for it."
              : "is a Task that starts another workflow and goes on.";
      case Wiring.Agent _ ->
          "is a run of the platform's agent: each turn and tool call is a state.";
      case Wiring.ForEach _ ->
          step.runsApart()
              ? "is a distributed Map: its items run in executions of their own, as a batch or more"
                  + " than 40 at once are asked for."
              : "is a Map whose items run inside this execution, at most "
                  + step.atOnce()
                  + " at once.";
      case Wiring.Loop _ -> "is its body and a Choice that leads back until it is done.";
      case Wiring.If _, Wiring.Switch _ -> "is a Choice.";
      case Wiring.SetFields _, Wiring.Respond _ -> "is a Pass that assigns its output.";
      case Wiring.Merge _ when step.takesFirst() ->
          "is what a Parallel runs for: its first branch to come here ends the others.";
      case Wiring.Merge _ -> "is a Pass that assigns what came in.";
      case Wiring.Wait _ -> "is a Wait.";
      case Wiring.Stop _ -> step.fails() ? "is a Fail: it ends the run." : "ends its path.";
    };
  }

  private void wait(Orderings.Added added) {
    List<String> names =
        added.waitedFor().stream().map(other -> "\"" + other.node().name() + "\"").toList();
    sentences.add(
        "\""
            + added.step().node().name()
            + "\" waits for "
            + String.join(", ", names)
            + " although no arrow says so: branches of a Parallel can't wait for each other, so the"
            + " first ones end before it begins.");
  }

  private void add(Plan plan, Dag dag) {
    switch (plan) {
      case Plan.Flow flow -> flow.regions().values().forEach(region -> add(region.body(), dag));
      case Plan.Series series -> series.parts().forEach(part -> add(part, dag));
      case Plan.Either either -> either.choices().forEach(choice -> add(choice, dag));
      case Plan.Together together -> {
        sentences.add("A Parallel runs " + names(together, dag) + " at the same time.");
        together.branches().forEach(branch -> add(branch, dag));
      }
    }
  }

  private static String names(Plan.Together together, Dag dag) {
    List<String> names = new ArrayList<>();
    for (Plan branch : together.branches()) {
      long steps = branch.vertices().stream().filter(v -> dag.vertex(v).isStep()).count();
      String first = dag.step(branch.vertices().nextSetBit(0)).node().name();
      names.add("\"" + first + "\"" + (steps > 1 ? " and what follows it" : ""));
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
