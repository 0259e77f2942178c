package dev.heddle.statemachines.checks;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.expression.Value;
import dev.heddle.statemachines.report.Place;
import dev.heddle.statemachines.report.Problems;
import dev.heddle.statemachines.vocabulary.Wiring;

/** A merge waits for what can come: a quorum of its edges, and not for the first of them. */
final class MergesCanBeMet implements Check {
  private static final String RULE = "merges-can-be-met";

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      if (step.works() && step.wiring() instanceof Wiring.Merge) {
        check(step, drawing.into(step.index()).size(), problems);
      }
    }
  }

  private static void check(Step merge, int edges, Problems problems) {
    Place place = Place.node(merge.id());
    switch (merge.word("mode")) {
      case "first" -> {
        String hint = "Wait for all, or let the branches decide among themselves.";
        problems.error(
            RULE, place.field("mode"), "A merge can't take the first branch to finish", hint);
      }
      case "quorum" -> checkQuorum(merge, edges, place.field("quorum"), problems);
      default -> {}
    }
  }

  private static void checkQuorum(Step merge, int edges, Place place, Problems problems) {
    if (!(merge.value("quorum") instanceof Value.Literal quorum) || !quorum.json().isNumber()) {
      problems.error(RULE, place, "The quorum is missing", "Say how many edges must be taken.");
    } else if (quorum.json().asDouble() > edges) {
      String message = "The quorum is " + quorum.json() + ", but " + edges + " edge(s) lead here";
      problems.error(RULE, place, message, "Lower it.");
    }
  }
}
