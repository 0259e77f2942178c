package dev.heddle.statemachines.compiler.checks;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.StepEdge;
import dev.heddle.statemachines.language.report.Diagnostics;
import dev.heddle.statemachines.language.report.SourceLocation;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The graph is acyclic: no way leads back to a node it has passed. A cycle is reported with its
 * nodes; repetition is drawn as a loop or a for-each.
 */
final class WaysNeverReturn implements DrawingCheck {
  private static final int MOST_NAMED = 20;

  @Override
  public void check(Drawing drawing, Diagnostics problems) {
    if (!drawing.hasCycle()) {
      return;
    }
    BitSet sorted = new BitSet();
    drawing.order().forEach(sorted::set);
    List<String> cycle = cycle(drawing, sorted);
    String ids = String.join(" → ", cycle.stream().limit(MOST_NAMED).toList());
    String message = "These steps lead back to themselves: " + ids + " → " + cycle.getFirst();
    String hint = "Delete one of the connections between them. To repeat steps, use a loop.";
    problems.error("ways-never-return", SourceLocation.node(cycle.getFirst()), message, hint);
  }

  /** Every node that couldn't be sorted has another one before it: walk up until one repeats. */
  private static List<String> cycle(Drawing drawing, BitSet sorted) {
    Set<Integer> walked = new LinkedHashSet<>();
    int at = sorted.nextClearBit(0);
    while (walked.add(at)) {
      at = before(drawing, at, sorted);
    }
    List<Integer> steps = List.copyOf(walked);
    return steps.subList(steps.indexOf(at), steps.size()).reversed().stream()
        .map(drawing::step)
        .map(DrawingStep::id)
        .toList();
  }

  private static int before(Drawing drawing, int step, BitSet sorted) {
    return drawing.into(step).stream()
        .mapToInt(StepEdge::source)
        .filter(source -> !sorted.get(source))
        .findFirst()
        .orElse(step);
  }
}
