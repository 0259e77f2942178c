package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The cases of a switch are told apart by their names, which are its ports: each is unique and none
 * is the default's, so that every value takes exactly one way (exhaustive, disjoint).
 */
final class CasesAreTold implements DrawingCheck {

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      if (step.type().ports() instanceof NodePorts.FromList ports) {
        check(step, ports, problems);
      }
    }
  }

  private static void check(DrawingStep step, NodePorts.FromList ports, Diagnostics problems) {
    Set<String> taken = new HashSet<>(List.of(ports.otherwise(), NodePorts.FAILURE));
    JsonNode cases = step.node().config().path(ports.list());
    for (int i = 0; i < cases.size(); i++) {
      String name = cases.path(i).path(ports.name()).stringValue("");
      SourceLocation place =
          SourceLocation.node(step.id()).field(ports.list()).item(i).field(ports.name());
      if (!taken.add(name)) {
        String message = "Another port is already named \"" + name + "\"";
        problems.error("cases-are-told", place, message, "Choose another name.");
      }
    }
  }
}
