package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.StepEdge;
import dev.heddle.statemachines.compiler.plan.FlowAnalysis;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.compiler.plan.RaceRegion;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.util.List;

/**
 * No join can deadlock: a merge waits for what can come, a quorum of its edges or the first of
 * branches that race.
 */
final class MergesCanBeMet implements DrawingCheck {
  private static final String RULE = "merges-can-be-met";

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      if (step.works() && step.wiring() instanceof NodeWiring.Merge && isQuorum(step)) {
        checkQuorum(step, drawing.into(step.index()).size(), problems);
      }
    }
    List<DrawingStep> firsts = drawing.steps().stream().filter(DrawingStep::takesFirst).toList();
    if (!firsts.isEmpty() && !drawing.hasCycle() && !drawing.starts().isEmpty()) {
      checkRaces(firsts, drawing, problems);
    }
  }

  private static boolean isQuorum(DrawingStep merge) {
    return merge.word("mode").equals("quorum");
  }

  private static void checkQuorum(DrawingStep merge, int edges, Diagnostics problems) {
    SourceLocation place = SourceLocation.node(merge.id()).field("quorum");
    if (!(merge.value("quorum") instanceof DynamicValue.Literal quorum)
        || !quorum.json().isNumber()) {
      problems.error(RULE, place, "The quorum is missing", "Enter how many branches must arrive.");
    } else if (quorum.json().asDouble(Double.POSITIVE_INFINITY) > edges) {
      String message =
          "The quorum is "
              + quorum.json()
              + ", but only "
              + edges
              + (edges == 1 ? " connection leads here" : " connections lead here");
      problems.error(RULE, place, message, "Lower the quorum.");
    }
  }

  private static void checkRaces(List<DrawingStep> merges, Drawing drawing, Diagnostics problems) {
    FlowGraph dag = new FlowGraph(drawing);
    FlowAnalysis relations = new FlowAnalysis(dag);
    for (DrawingStep merge : merges) {
      if (dag.of(merge) >= 0) {
        check(RaceRegion.of(dag, relations, merge), problems);
      }
    }
  }

  private static void check(RaceRegion race, Diagnostics problems) {
    String name = "\"" + race.merge().node().name() + "\"";
    SourceLocation place = SourceLocation.node(race.merge().id()).field("mode");
    if (!race.forks()) {
      String hint = "Connect one port to several steps, each the start of a branch that ends here.";
      problems.error(RULE, place, "No fork starts the branches that race for " + name, hint);
    } else if (race.isWonAtOnce()) {
      String hint = "Add a step in between, or delete the connection.";
      problems.error(RULE, place, "A connection leads straight from the fork to " + name, hint);
    } else if (!race.shared().isEmpty()) {
      String shared = race.shared().getFirst().node().name();
      String hint = "Let the branches meet only at the merge, or wait for all of them.";
      problems.error(
          RULE, place, "Branches that race for " + name + " share \"" + shared + "\"", hint);
    }
    for (DrawingStep bystander : race.bystanders()) {
      String message = "\"" + bystander.node().name() + "\" starts beside the race for " + name;
      String hint = "Connect it to the merge too, or add a step before the race.";
      problems.error(RULE, SourceLocation.node(bystander.id()), message, hint);
    }
    for (StepEdge intrusion : race.intrusions()) {
      String message = "This connection leads into the race for " + name + " from outside";
      String hint = "Connect it to where the race starts, or to a separate step.";
      problems.error(RULE, SourceLocation.edge(intrusion.id()), message, hint);
    }
    for (StepEdge leak : race.leaks()) {
      String message = "This connection leaves the race for " + name;
      String hint =
          "Every branch of the fork must lead to the merge, because the others are cancelled.";
      problems.error(RULE, SourceLocation.edge(leak.id()), message, hint);
    }
  }
}
