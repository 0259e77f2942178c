package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Link;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Race;
import dev.heddle.statemachines.compiler.plan.Relations;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.List;

/** A merge waits for what can come: a quorum of its edges, or the first of branches that race. */
final class MergesCanBeMet implements Check {
  private static final String RULE = "merges-can-be-met";

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      if (step.works() && step.wiring() instanceof Wiring.Merge && isQuorum(step)) {
        checkQuorum(step, drawing.into(step.index()).size(), problems);
      }
    }
    List<Step> firsts = drawing.steps().stream().filter(Step::takesFirst).toList();
    if (!firsts.isEmpty() && !drawing.hasCycle() && !drawing.starts().isEmpty()) {
      checkRaces(firsts, drawing, problems);
    }
  }

  private static boolean isQuorum(Step merge) {
    return merge.word("mode").equals("quorum");
  }

  private static void checkQuorum(Step merge, int edges, Problems problems) {
    Place place = Place.node(merge.id()).field("quorum");
    if (!(merge.value("quorum") instanceof Value.Literal quorum) || !quorum.json().isNumber()) {
      problems.error(RULE, place, "The quorum is missing", "Say how many edges must be taken.");
    } else if (quorum.json().asDouble(Double.POSITIVE_INFINITY) > edges) {
      String message = "The quorum is " + quorum.json() + ", but " + edges + " edge(s) lead here";
      problems.error(RULE, place, message, "Lower it.");
    }
  }

  private static void checkRaces(List<Step> merges, Drawing drawing, Problems problems) {
    Dag dag = new Dag(drawing);
    Relations relations = new Relations(dag);
    for (Step merge : merges) {
      if (dag.of(merge) >= 0) {
        check(Race.of(dag, relations, merge), problems);
      }
    }
  }

  private static void check(Race race, Problems problems) {
    String name = "\"" + race.merge().node().name() + "\"";
    Place place = Place.node(race.merge().id()).field("mode");
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
    for (Step bystander : race.bystanders()) {
      String message = "\"" + bystander.node().name() + "\" begins beside the race for " + name;
      String hint = "Lead it to the merge too, or put a node before the race.";
      problems.error(RULE, Place.node(bystander.id()), message, hint);
    }
    for (Link intrusion : race.intrusions()) {
      String message = "This edge leads into the race for " + name + " from outside";
      String hint = "Lead it to where the race begins, or to a node of its own.";
      problems.error(RULE, Place.edge(intrusion.id()), message, hint);
    }
    for (Link leak : race.leaks()) {
      String message = "This edge leaves the race for " + name;
      String hint = "Every way from the fork must lead to the merge, as the others are cancelled.";
      problems.error(RULE, Place.edge(leak.id()), message, hint);
    }
  }
}
