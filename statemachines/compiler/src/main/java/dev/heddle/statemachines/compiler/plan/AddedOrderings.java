package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which steps the plan makes wait for others though no arrow says so. */
public final class AddedOrderings {
  private final FlowGraph dag;
  private final Map<Integer, BitSet> waits = new TreeMap<>();

  AddedOrderings(FlowGraph dag) {
    this.dag = dag;
  }

  void add(GraphCut graphCut, ReorderableSteps reorderableSteps) {
    graphCut.first().stream()
        .forEach(
            v ->
                reorderableSteps.waiting(v, graphCut.second()).stream()
                    .forEach(w -> waits.computeIfAbsent(w, _ -> new BitSet()).set(v)));
  }

  /** A step, and those it waits for though no arrow says so. */
  public record Ordering(DrawingStep step, List<DrawingStep> waitedFor) {}

  /** The orderings that no others among them imply. */
  List<Ordering> transitiveReduction(FlowAnalysis relations) {
    List<Ordering> least = new ArrayList<>();
    for (Map.Entry<Integer, BitSet> wait : waits.entrySet()) {
      BitSet others = (BitSet) wait.getValue().clone();
      waits.forEach(
          (earlier, known) -> {
            if (relations.reachableFrom(earlier).get(wait.getKey())) {
              others.andNot(known);
            }
          });
      others.stream()
          .filter(v -> others.intersects(relations.reachableFrom(v)))
          .forEach(others::clear);
      if (!others.isEmpty()) {
        least.add(
            new Ordering(dag.step(wait.getKey()), others.stream().mapToObj(dag::step).toList()));
      }
    }
    return least;
  }

  /** Whether to wait for a step may mean to wait for long. */
  public static boolean takesLong(DrawingStep step) {
    return ReorderableSteps.takesLong(step);
  }
}
