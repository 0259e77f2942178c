package dev.heddle.statemachines.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * May-happen-in-parallel analysis: which vertices one run may pass both of, exactly. Two ways from
 * the start are followed at once, the one that is behind first, and part only where all successors
 * are taken.
 */
final class CoReachability {
  private final FlowGraph dag;
  private final List<BitSet> ahead = new ArrayList<>();
  private final List<BitSet> fronts = new ArrayList<>();

  CoReachability(FlowGraph dag) {
    this.dag = dag;
    for (int v = 0; v < dag.size(); v++) {
      ahead.add(new BitSet());
      fronts.add(new BitSet());
    }
    for (int v = dag.size() - 1; v >= 0; v--) {
      lookAhead(v);
    }
    fronts.get(FlowGraph.START).set(FlowGraph.START);
    for (int v = 0; v < dag.size(); v++) {
      part(v);
      followAlone(v);
    }
  }

  private void lookAhead(int v) {
    for (int next : passable(v)) {
      ahead.get(v).set(next);
      ahead.get(v).or(ahead.get(next));
    }
  }

  /** Both ways are at this vertex. */
  private void part(int v) {
    List<Integer> next = passable(v);
    if (!fronts.get(v).get(v)) {
      return;
    }
    for (int i = 0; i < next.size(); i++) {
      int last = dag.vertex(v).exclusive() ? i + 1 : next.size();
      for (int j = i; j < last; j++) {
        meet(next.get(i), next.get(j));
      }
    }
  }

  /** One way is at this vertex, the other is ahead. */
  private void followAlone(int v) {
    BitSet others = (BitSet) fronts.get(v).clone();
    others.clear(v);
    for (int next : passable(v)) {
      for (int other = others.nextSetBit(0); other >= 0 && other < next; ) {
        meet(other, next);
        other = others.nextSetBit(other + 1);
      }
      BitSet beyond = (BitSet) others.clone();
      beyond.clear(0, next);
      fronts.get(next).or(beyond);
    }
  }

  private List<Integer> passable(int v) {
    return dag.successors(v).stream().filter(next -> !dag.vertex(next).never()).toList();
  }

  private void meet(int a, int b) {
    fronts.get(Math.min(a, b)).set(Math.max(a, b));
  }

  /** For each vertex those it may share a run with, itself included. */
  List<BitSet> rows() {
    List<BitSet> rows = new ArrayList<>();
    for (int v = 0; v < dag.size(); v++) {
      rows.add(row(v));
    }
    return SymmetricClosure.of(rows);
  }

  /** A row holds, with a vertex, all that is ahead of it. */
  private BitSet row(int v) {
    BitSet row = new BitSet();
    BitSet front = fronts.get(v);
    for (int other = front.nextSetBit(0); other >= 0; other = front.nextSetBit(other + 1)) {
      if (!row.get(other)) {
        row.set(other);
        addAhead(other, row);
      }
    }
    return row;
  }

  private void addAhead(int other, BitSet row) {
    for (int next : dag.successors(other)) {
      if (!row.get(next) && !dag.vertex(next).never()) {
        row.set(next);
        row.or(ahead.get(next));
      }
    }
  }
}
