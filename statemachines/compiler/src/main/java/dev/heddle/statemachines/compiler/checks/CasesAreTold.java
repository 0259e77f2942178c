package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.vocabulary.Ports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The cases of a switch are told apart by their names, which are its ports. */
final class CasesAreTold implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      if (step.type().ports() instanceof Ports.FromList ports) {
        check(step, ports, problems);
      }
    }
  }

  private static void check(Step step, Ports.FromList ports, Problems problems) {
    Set<String> taken = new HashSet<>(List.of(ports.otherwise(), Ports.FAILURE));
    JsonNode cases = step.node().config().path(ports.list());
    for (int i = 0; i < cases.size(); i++) {
      String name = cases.path(i).path(ports.name()).stringValue("");
      Place place = Place.node(step.id()).field(ports.list()).item(i).field(ports.name());
      if (!taken.add(name)) {
        String message = "Another way out is already called \"" + name + "\"";
        problems.error("cases-are-told", place, message, "Choose another name.");
      }
    }
  }
}
