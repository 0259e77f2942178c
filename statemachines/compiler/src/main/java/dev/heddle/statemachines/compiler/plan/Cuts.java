package dev.heddle.statemachines.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds where a set of vertices is best cut into before and after: where no arrow of the drawing is
 * tightened if there is such a place, else where the added waiting is least.
 */
final class Cuts {
  private static final int MOST_JOINS = 60;
  private final Dag dag;
  private final Relations relations;
  private final Freedom freedom;
  private final BitSet set;
  private final int[] level;
  private final List<BitSet> levels = new ArrayList<>();

  Cuts(Dag dag, Relations relations, Freedom freedom, BitSet set) {
    this.dag = dag;
    this.relations = relations;
    this.freedom = freedom;
    this.set = set;
    this.level = new int[set.length()];
    for (int v = set.nextSetBit(0); v >= 0; v = set.nextSetBit(v + 1)) {
      levelOf(v);
    }
  }

  private void levelOf(int v) {
    for (int from : dag.before(v)) {
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
  Cut best() {
    Cut best = byLevel();
    int tried = 0;
    for (int v = set.length(); best.cost() > 0 && tried < MOST_JOINS && v > 0; ) {
      v = set.previousSetBit(v - 1);
      if (v >= 0 && joins(v)) {
        tried++;
        Cut cut = before(v, best.cost());
        best = cut.cost() < best.cost() && !cut.first().isEmpty() ? cut : best;
      }
    }
    return best;
  }

  private boolean joins(int v) {
    if (!dag.vertex(v).isStep()) {
      return false;
    }
    int inside = 0;
    for (int from : dag.before(v)) {
      inside += set.get(from) ? 1 : 0;
    }
    return inside > 1;
  }

  /** Level by level: who is passed by the cut waits for nobody above it any more. */
  private Cut byLevel() {
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
      cost += freedom.costOfWaiting(v, briefly, forLong);
    }
    return cost;
  }

  private void mark(BitSet passed, BitSet brief, BitSet lasting) {
    for (int v = passed.nextSetBit(0); v >= 0; v = passed.nextSetBit(v + 1)) {
      brief.set(v, freedom.isWaitedFor(v, false));
      lasting.set(v, freedom.isWaitedFor(v, true));
    }
  }

  private Cut atLevel(int cut, long cost) {
    BitSet first = new BitSet();
    levels.subList(0, cut + 1).forEach(first::or);
    BitSet second = (BitSet) set.clone();
    second.andNot(first);
    return new Cut(first, second, cost);
  }

  private Cut before(int join, long enough) {
    BitSet second = (BitSet) relations.below(join).clone();
    second.set(join);
    second.and(set);
    BitSet first = (BitSet) set.clone();
    first.andNot(second);
    return new Cut(first, second, cost(first, second.toLongArray(), enough));
  }

  /** What it costs that a set comes before another, counted until it is enough. */
  private long cost(BitSet first, long[] second, long enough) {
    long cost = 0;
    for (int v = first.nextSetBit(0); v >= 0 && cost < enough; v = first.nextSetBit(v + 1)) {
      cost += freedom.cost(v, second);
    }
    return cost;
  }
}
