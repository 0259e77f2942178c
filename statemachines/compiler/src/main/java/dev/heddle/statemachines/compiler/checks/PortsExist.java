package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Link;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.report.Place;
import dev.heddle.statemachines.language.report.Problems;
import dev.heddle.statemachines.language.report.Spelling;
import dev.heddle.statemachines.language.vocabulary.Ports;
import java.util.ArrayList;
import java.util.List;

/** An edge leaves by a port that its node has. */
final class PortsExist implements Check {

  @Override
  public void check(Drawing drawing, Problems problems) {
    for (Step step : drawing.steps()) {
      List<String> ports = new ArrayList<>(step.ports());
      if (step.type().failurePort()) {
        ports.add(Ports.FAILURE);
      }
      for (Link link : drawing.outOf(step.index())) {
        if (!ports.contains(link.port())) {
          String message = "\"" + step.node().name() + "\" has no port \"" + link.port() + "\"";
          String hint =
              ports.isEmpty() ? "Nothing can follow it." : Spelling.hint(link.port(), ports);
          problems.error("ports-exist", Place.edge(link.id()), message, hint);
        }
      }
    }
  }
}
