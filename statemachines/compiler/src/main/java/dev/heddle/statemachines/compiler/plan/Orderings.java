package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which steps the plan makes wait for others though no arrow says so. */
public final class Orderings {
  private final Dag dag;
  private final Map<Integer, BitSet> waits = new TreeMap<>();

  Orderings(Dag dag) {
    this.dag = dag;
  }

  void add(Cut cut, Freedom freedom) {
    cut.first().stream()
        .forEach(
            v ->
                freedom.waiting(v, cut.second()).stream()
                    .forEach(w -> waits.computeIfAbsent(w, _ -> new BitSet()).set(v)));
  }

  /** A step, and those it waits for though no arrow says so. */
  public record Added(Step step, List<Step> waitedFor) {}

  /** The orderings that no others among them imply. */
  List<Added> least(Relations relations) {
    List<Added> least = new ArrayList<>();
    for (Map.Entry<Integer, BitSet> wait : waits.entrySet()) {
      BitSet others = (BitSet) wait.getValue().clone();
      waits.forEach(
          (earlier, known) -> {
            if (relations.below(earlier).get(wait.getKey())) {
              others.andNot(known);
            }
          });
      others.stream().filter(v -> others.intersects(relations.below(v))).forEach(others::clear);
      if (!others.isEmpty()) {
        least.add(new Added(dag.step(wait.getKey()), others.stream().mapToObj(dag::step).toList()));
      }
    }
    return least;
  }

  /** Whether to wait for a step may mean to wait for long. */
  public static boolean takesLong(Step step) {
    return Freedom.takesLong(step);
  }
}
