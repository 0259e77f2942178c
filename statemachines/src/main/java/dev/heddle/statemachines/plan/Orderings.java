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

  void add(Cut cut, Cuts cuts) {
    cut.first().stream()
        .forEach(
            v ->
                cuts.waiting(v, cut.second()).stream()
                    .forEach(w -> waits.computeIfAbsent(w, _ -> new BitSet()).set(v)));
  }

  /** By step that waits: the steps it waits for; every pair. */
  public Map<Step, BitSet> all() {
    Map<Step, BitSet> all = new LinkedHashMap<>();
    waits.forEach((w, those) -> all.put(dag.step(w), indices(those)));
    return all;
  }

  private BitSet indices(BitSet vertices) {
    BitSet indices = new BitSet();
    vertices.stream().forEach(v -> indices.set(dag.vertex(v).step()));
    return indices;
  }

  /** Whether to wait for a step may mean to wait for long. */
  public static boolean takesLong(Step step) {
    return Cuts.takesLong(step);
  }
}
