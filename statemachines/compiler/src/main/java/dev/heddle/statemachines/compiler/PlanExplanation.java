package dev.heddle.statemachines.compiler;

import dev.heddle.statemachines.compiler.checks.WorkflowType;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.RaceRole;
import dev.heddle.statemachines.compiler.plan.AddedOrderings;
import dev.heddle.statemachines.compiler.plan.ExecutionPlan;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.compiler.plan.PlannedDrawing;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.ArrayList;
import java.util.List;

/** Says in sentences what a drawing became and why. */
final class PlanExplanation {
  private final List<String> sentences = new ArrayList<>();

  private PlanExplanation() {}

  static List<String> of(PlannedDrawing plannedDrawing, WorkflowType flavour) {
    PlanExplanation planExplanation = new PlanExplanation();
    planExplanation.sentences.add(flavour.reason());
    planExplanation.add(plannedDrawing);
    return List.copyOf(planExplanation.sentences);
  }

  private void add(PlannedDrawing plannedDrawing) {
    for (DrawingStep step : plannedDrawing.dag().drawing().steps()) {
      if (!(step.raceRole() instanceof RaceRole.Finish)) {
        add(step, plannedDrawing.dag());
      }
    }
    add(plannedDrawing.plan(), plannedDrawing.dag());
    plannedDrawing.orderings().forEach(this::wait);
    plannedDrawing.parts().forEach(this::add);
  }

  private void add(DrawingStep step, FlowGraph dag) {
    String name = "\"" + step.node().name() + "\"";
    if (dag.of(step) < 0) {
      sentences.add(name + " is left out: it isn't connected to a trigger.");
    } else if (step.isRecorded()) {
      sentences.add(name + " isn't run again: it returns its output from the recorded run.");
    } else if (step.node().pinned() != null) {
      sentences.add(name + " is pinned: a Pass returns its fixed output.");
    } else if (step.node().disabled() != null) {
      sentences.add(name + " is disabled: a Pass passes its input on.");
    } else {
      sentences.add(name + " " + became(step));
    }
  }

  private static String became(DrawingStep step) {
    return switch (step.wiring()) {
      case NodeWiring.Trigger _ ->
          "starts runs: expressions read its payload from the execution input.";
      case NodeWiring.Call _ -> "is a Task that calls the function of " + step.type().id() + ".";
      case NodeWiring.Await _ -> "is a Task that continues when someone returns its token.";
      case NodeWiring.RunWorkflow _ ->
          step.waitsForRun()
              ? "is a Task that runs another workflow and waits for it."
              : "is a Task that starts another workflow and continues.";
      case NodeWiring.Agent _ ->
          "is a run of the platform's agent: each turn and tool call is a state.";
      case NodeWiring.ForEach _ ->
          step.isDistributed()
              ? "is a distributed Map: its items run as separate executions, because they run in batches or more than 40 at once."
              : "is a Map whose items run inside this execution, at most "
                  + step.atOnce()
                  + " at once.";
      case NodeWiring.Loop _ -> "is its body and a Choice that loops back until it is done.";
      case NodeWiring.If _, NodeWiring.Switch _ -> "is a Choice.";
      case NodeWiring.SetFields _, NodeWiring.Respond _ -> "is a Pass that assigns its output.";
      case NodeWiring.Merge _ when step.takesFirst() ->
          "ends a Parallel: the first branch to arrive cancels the others.";
      case NodeWiring.Merge _ -> "is a Pass that assigns its inputs.";
      case NodeWiring.Wait _ -> "is a Wait.";
      case NodeWiring.Stop _ -> step.fails() ? "is a Fail: it ends the run." : "ends its path.";
    };
  }

  private void wait(AddedOrderings.Ordering added) {
    List<String> names =
        added.waitedFor().stream().map(other -> "\"" + other.node().name() + "\"").toList();
    sentences.add(
        "\""
            + added.step().node().name()
            + "\" waits for "
            + String.join(", ", names)
            + " without a connection: branches of a Parallel can't wait for each other, so the first ones end before it starts.");
  }

  private void add(ExecutionPlan plan, FlowGraph dag) {
    switch (plan) {
      case ExecutionPlan.Flow flow ->
          flow.regions().values().forEach(region -> add(region.body(), dag));
      case ExecutionPlan.Series series -> series.parts().forEach(part -> add(part, dag));
      case ExecutionPlan.Exclusive either -> either.choices().forEach(choice -> add(choice, dag));
      case ExecutionPlan.Parallel together -> {
        sentences.add("A Parallel runs " + names(together, dag) + " at the same time.");
        together.branches().forEach(branch -> add(branch, dag));
      }
    }
  }

  private static String names(ExecutionPlan.Parallel together, FlowGraph dag) {
    List<String> names = new ArrayList<>();
    for (ExecutionPlan branch : together.branches()) {
      long steps = branch.vertices().stream().filter(v -> dag.vertex(v).isStep()).count();
      String first = dag.step(branch.vertices().nextSetBit(0)).node().name();
      names.add("\"" + first + "\"" + (steps > 1 ? " and what follows it" : ""));
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
