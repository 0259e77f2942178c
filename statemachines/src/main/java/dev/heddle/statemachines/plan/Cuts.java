package dev.heddle.statemachines.plan;

import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.vocabulary.Wiring;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds where a set of vertices is best cut into before and after: where no arrow of the drawing is
 * tightened if there is such a place, else where the added waiting is least.
 */
final class Cuts {
  private static final int MOST_JOINS = 60;
  private static final long LONG_WAIT = 1_000;
  private final Dag dag;
  private final BitSet set;
  private final int[] level;
  private int levels;
  private final Map<Integer, BitSet> free = new HashMap<>();

  Cuts(Dag dag, Relations relations, BitSet set) {
    this.dag = dag;
    this.set = set;
    this.level = new int[dag.size()];
    for (int v = set.nextSetBit(0); v >= 0; v = set.nextSetBit(v + 1)) {
      levelOf(v);
      free.put(v, free(relations, v));
    }
    forget();
  }

  private void levelOf(int v) {
    for (int from : dag.before(v)) {
      if (set.get(from)) {
        level[v] = Math.max(level[v], level[from] + (dag.vertex(v).isStep() ? 1 : 0));
      }
    }
    levels = Math.max(levels, level[v] + 1);
  }

  /** The steps that a step may share a run with and has no order with; none if it ends the run. */
  private BitSet free(Relations relations, int v) {
    BitSet free = new BitSet();
    if (dag.vertex(v).isStep() && !dag.vertex(v).last()) {
      free.or(relations.together(v));
      free.and(set);
      free.clear(v);
      free.andNot(relations.below(v));
      for (int w = free.nextSetBit(0); w >= 0; w = free.nextSetBit(w + 1)) {
        if (!dag.vertex(w).isStep() || relations.below(w).get(v)) {
          free.clear(w);
        }
      }
    }
    return free;
  }

  /** A vertex that is free of none costs nothing wherever it stands. */
  private void forget() {
    free.values().removeIf(BitSet::isEmpty);
  }

  /** The cheapest cut; the set has at least two levels. */
  Cut best() {
    Cut best = byLevel();
    int tried = 0;
    for (int v = set.length(); best.cost() > 0 && tried < MOST_JOINS && v > 0; ) {
      v = set.previousSetBit(v - 1);
      if (v >= 0 && joins(v)) {
        tried++;
        Cut cut = before(v);
        best = cut.cost() < best.cost() && !cut.first().isEmpty() ? cut : best;
      }
    }
    return best;
  }

  private boolean joins(int v) {
    return dag.vertex(v).isStep() && dag.before(v).stream().filter(set::get).count() > 1;
  }

  private Cut byLevel() {
    long[] change = new long[levels + 1];
    free.forEach((v, others) -> others.stream().forEach(w -> count(change, v, w)));
    int best = 0;
    long cost = 0;
    long least = Long.MAX_VALUE;
    for (int cut = 0; cut < levels - 1; cut++) {
      cost += change[cut];
      if (cost < least) {
        least = cost;
        best = cut;
      }
    }
    return atLevel(best, least);
  }

  private void count(long[] change, int v, int w) {
    if (level[v] < level[w]) {
      change[level[v]] += weight(v);
      change[level[w]] -= weight(v);
    }
  }

  private Cut atLevel(int cut, long cost) {
    BitSet first = new BitSet();
    BitSet second = new BitSet();
    set.stream().forEach(v -> (level[v] <= cut ? first : second).set(v));
    return new Cut(first, second, cost);
  }

  private Cut before(int join) {
    BitSet second = new BitSet();
    second.set(join);
    for (int v = join; v >= 0; v = set.nextSetBit(v + 1)) {
      if (second.get(v)) {
        dag.after(v).stream().filter(set::get).forEach(second::set);
      }
    }
    BitSet first = (BitSet) set.clone();
    first.andNot(second);
    return new Cut(first, second, cost(first, second));
  }

  private long cost(BitSet first, BitSet second) {
    long cost = 0;
    for (int v = first.nextSetBit(0); v >= 0; v = first.nextSetBit(v + 1)) {
      cost += weight(v) * waiting(v, second).cardinality();
    }
    return cost;
  }

  /** The steps of a set that no arrow makes wait for a step. */
  BitSet waiting(int v, BitSet those) {
    BitSet waiting = (BitSet) free.getOrDefault(v, new BitSet()).clone();
    waiting.and(those);
    return waiting;
  }

  private long weight(int v) {
    return takesLong(dag.step(v)) ? LONG_WAIT : 1;
  }

  /** Whether to wait for a step may mean to wait for long. */
  static boolean takesLong(Step step) {
    return step.works()
        && switch (step.wiring()) {
          case Wiring.Call _, Wiring.Wait _, Wiring.Await _, Wiring.Agent _ -> true;
          case Wiring.RunWorkflow _, Wiring.ForEach _, Wiring.Loop _ -> true;
          case Wiring.Trigger _, Wiring.If _, Wiring.Switch _, Wiring.SetFields _ -> false;
          case Wiring.Merge _, Wiring.Respond _, Wiring.Stop _ -> false;
        };
  }
}
