package dev.heddle.statemachines.checks;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.drawing.Usage;
import dev.heddle.statemachines.expression.Reference;
import dev.heddle.statemachines.report.Problems;
import dev.heddle.statemachines.report.Spelling;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** An expression names only what has run, or was passed by, before its node. */
final class ReferencesAreAncestors implements Check {
  private static final Set<String> EVERYWHERE = Set.of("trigger", "run");
  private static final Set<String> IN_CONTAINERS = Set.of("item", "index", "loop");

  @Override
  public void check(Drawing drawing, Problems problems) {
    if (drawing.hasCycle()) {
      return;
    }
    List<BitSet> ancestors = drawing.ancestors();
    for (Step step : drawing.steps()) {
      for (Usage usage : step.usages()) {
        for (Reference reference : usage.parsed().references()) {
          check(drawing, ancestors.get(step.index()), usage, reference, problems);
        }
      }
    }
  }

  private static void check(
      Drawing drawing, BitSet ancestors, Usage usage, Reference reference, Problems problems) {
    String name = reference.name();
    Step named = drawing.find(name).orElse(null);
    if (EVERYWHERE.contains(name) || named != null && ancestors.get(named.index())) {
      return;
    }
    int column = reference.at() + 1;
    if (IN_CONTAINERS.contains(name)) {
      String message = "\"$" + name + "\" means something only inside a loop";
      problems.error("references-are-ancestors", usage.place(), column, message, "");
    } else if (named == null) {
      List<String> known = ancestors.stream().mapToObj(i -> drawing.step(i).id()).toList();
      String message = "There is no node \"" + name + "\" before this one";
      problems.error(
          "references-are-ancestors", usage.place(), column, message, Spelling.hint(name, known));
    } else {
      String message = "\"" + name + "\" doesn't run before this node";
      String hint = "Only nodes that lead here can be read.";
      problems.error("references-are-ancestors", usage.place(), column, message, hint);
    }
  }
}
