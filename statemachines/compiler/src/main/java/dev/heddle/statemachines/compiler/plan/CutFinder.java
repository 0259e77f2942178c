package dev.heddle.statemachines.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds a cheap cut along the topological order: where a set of vertices is best cut into before
 * and after, at a place where no arrow of the drawing is tightened if there is one, else where the
 * added waiting is least.
 */
final class CutFinder {
  private static final int MOST_JOINS = 60;
  private final FlowGraph dag;
  private final FlowAnalysis relations;
  private final ReorderableSteps reorderableSteps;
  private final BitSet set;
  private final int[] level;
  private final List<BitSet> levels = new ArrayList<>();

  CutFinder(FlowGraph dag, FlowAnalysis relations, ReorderableSteps reorderableSteps, BitSet set) {
    this.dag = dag;
    this.relations = relations;
    this.reorderableSteps = reorderableSteps;
    this.set = set;
    this.level = new int[set.length()];
    for (int v = set.nextSetBit(0); v >= 0; v = set.nextSetBit(v + 1)) {
      levelOf(v);
    }
  }

  private void levelOf(int v) {
    for (int from : dag.predecessors(v)) {
      if (set.get(from)) {
        level[v] = Math.max(level[v], level[from] + (dag.vertex(v).isStep() ? 1 : 0));
      }
    }
    while (levels.size() <= level[v]) {
      levels.add(new BitSet());
    }
    levels.get(level[v]).set(v);
  }

  /** The cheapest cut; the set has at least two levels. */
  GraphCut best() {
    GraphCut best = byLevel();
    int tried = 0;
    for (int v = set.length(); best.cost() > 0 && tried < MOST_JOINS && v > 0; ) {
      v = set.previousSetBit(v - 1);
      if (v >= 0 && joins(v)) {
        tried++;
        GraphCut graphCut = before(v, best.cost());
        best = graphCut.cost() < best.cost() && !graphCut.first().isEmpty() ? graphCut : best;
      }
    }
    return best;
  }

  private boolean joins(int v) {
    if (!dag.vertex(v).isStep()) {
      return false;
    }
    int inside = 0;
    for (int from : dag.predecessors(v)) {
      inside += set.get(from) ? 1 : 0;
    }
    return inside > 1;
  }

  /** Level by level: who is passed by the cut waits for nobody above it any more. */
  private GraphCut byLevel() {
    BitSet brief = new BitSet();
    BitSet lasting = new BitSet();
    BitSet below = (BitSet) set.clone();
    int best = 0;
    long cost = 0;
    long least = Long.MAX_VALUE;
    for (int cut = 0; cut < levels.size() - 1; cut++) {
      cost -= costOfWaiting(levels.get(cut), brief, lasting);
      below.andNot(levels.get(cut));
      cost += cost(levels.get(cut), below.toLongArray(), Long.MAX_VALUE);
      mark(levels.get(cut), brief, lasting);
      if (cost < least) {
        least = cost;
        best = cut;
      }
    }
    return atLevel(best, least);
  }

  private long costOfWaiting(BitSet those, BitSet brief, BitSet lasting) {
    long[] briefly = brief.toLongArray();
    long[] forLong = lasting.toLongArray();
    long cost = 0;
    for (int v = those.nextSetBit(0); v >= 0; v = those.nextSetBit(v + 1)) {
      cost += reorderableSteps.costOfWaiting(v, briefly, forLong);
    }
    return cost;
  }

  private void mark(BitSet passed, BitSet brief, BitSet lasting) {
    for (int v = passed.nextSetBit(0); v >= 0; v = passed.nextSetBit(v + 1)) {
      brief.set(v, reorderableSteps.isWaitedFor(v, false));
      lasting.set(v, reorderableSteps.isWaitedFor(v, true));
    }
  }

  private GraphCut atLevel(int cut, long cost) {
    BitSet first = new BitSet();
    levels.subList(0, cut + 1).forEach(first::or);
    BitSet second = (BitSet) set.clone();
    second.andNot(first);
    return new GraphCut(first, second, cost);
  }

  private GraphCut before(int join, long enough) {
    BitSet second = (BitSet) relations.reachableFrom(join).clone();
    second.set(join);
    second.and(set);
    BitSet first = (BitSet) set.clone();
    first.andNot(second);
    return new GraphCut(first, second, cost(first, second.toLongArray(), enough));
  }

  /** What it costs that a set comes before another, counted until it is enough. */
  private long cost(BitSet first, long[] second, long enough) {
    long cost = 0;
    for (int v = first.nextSetBit(0); v >= 0 && cost < enough; v = first.nextSetBit(v + 1)) {
      cost += reorderableSteps.cost(v, second);
    }
    return cost;
  }
}
