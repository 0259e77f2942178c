package dev.heddle.statemachines.plan;

import dev.heddle.statemachines.drawing.Step;
import java.util.BitSet;
import java.util.LinkedHashMap;
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

  /** By step that waits: the steps it waits for, unless other orderings say as much. */
  public Map<Step, BitSet> least(Relations relations) {
    Map<Step, BitSet> least = new LinkedHashMap<>();
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
        least.put(dag.step(wait.getKey()), indices(others));
      }
    }
    return least;
  }

  private BitSet indices(BitSet vertices) {
    BitSet indices = new BitSet();
    vertices.stream().forEach(v -> indices.set(dag.vertex(v).step()));
    return indices;
  }

  /** Whether to wait for a step may mean to wait for long. */
  public static boolean takesLong(Step step) {
    return Freedom.takesLong(step);
  }
}
