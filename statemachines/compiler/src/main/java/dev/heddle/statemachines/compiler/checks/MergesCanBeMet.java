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
      problems.error(RULE, place, "The quorum is missing", "Say how many edges must be taken.");
    } else if (quorum.json().asDouble(Double.POSITIVE_INFINITY) > edges) {
      String message = "The quorum is " + quorum.json() + ", but " + edges + " edge(s) lead here";
      problems.error(RULE, place, message, "Lower it.");
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
      String hint = "Lead several edges out of one port, each to a branch that ends here.";
      problems.error(RULE, place, "No fork begins what races for " + name, hint);
    } else if (race.isWonAtOnce()) {
      String hint = "Put a node between, or remove the edge.";
      problems.error(RULE, place, "An edge leads from the fork straight to " + name, hint);
    } else if (!race.shared().isEmpty()) {
      String shared = race.shared().getFirst().node().name();
      String hint = "Let branches meet at the merge only, or wait for all of them.";
      problems.error(
          RULE, place, "Branches that race for " + name + " share \"" + shared + "\"", hint);
    }
    for (DrawingStep bystander : race.bystanders()) {
      String message = "\"" + bystander.node().name() + "\" begins beside the race for " + name;
      String hint = "Lead it to the merge too, or put a node before the race.";
      problems.error(RULE, SourceLocation.node(bystander.id()), message, hint);
    }
    for (StepEdge intrusion : race.intrusions()) {
      String message = "This edge leads into the race for " + name + " from outside";
      String hint = "Lead it to where the race begins, or to a node of its own.";
      problems.error(RULE, SourceLocation.edge(intrusion.id()), message, hint);
    }
    for (StepEdge leak : race.leaks()) {
      String message = "This edge leaves the race for " + name;
      String hint = "Every way from the fork must lead to the merge, as the others are cancelled.";
      problems.error(RULE, SourceLocation.edge(leak.id()), message, hint);
    }
  }
}
