package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.StepEdge;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import dev.heddle.statemachines.language.report.SpellingHints;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.ArrayList;
import java.util.List;

/** Dangling edges: an edge leaves by a port that its node has. */
final class PortsExist implements DrawingCheck {

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    for (DrawingStep step : drawing.steps()) {
      List<String> ports = new ArrayList<>(step.ports());
      if (step.type().failurePort()) {
        ports.add(NodePorts.FAILURE);
      }
      for (StepEdge link : drawing.outOf(step.index())) {
        if (!ports.contains(link.port())) {
          String message = "\"" + step.node().name() + "\" has no port \"" + link.port() + "\"";
          String hint =
              ports.isEmpty() ? "Nothing can follow it." : SpellingHints.hint(link.port(), ports);
          problems.error("ports-exist", SourceLocation.edge(link.id()), message, hint);
        }
      }
    }
  }
}
