package dev.heddle.statemachines.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Flow analysis of the graph, whatever the data are: reachability, dominators (what every way to a
 * vertex passes), what surely follows it, and which vertices may share a run.
 */
public final class FlowAnalysis {
  private final FlowGraph dag;
  private final List<BitSet> reachableFrom = new ArrayList<>();
  private final List<BitSet> surely = new ArrayList<>();
  private final List<BitSet> certain = new ArrayList<>();
  private final List<BitSet> coReachable;
  private final int[] dominator;

  /** The relations of a graph. */
  public FlowAnalysis(FlowGraph dag) {
    this.dag = dag;
    for (int v = 0; v < dag.size(); v++) {
      reachableFrom.add(new BitSet());
      surely.add(new BitSet());
    }
    for (int v = dag.size() - 1; v >= 0; v--) {
      descend(v);
      ensure(v);
    }
    this.dominator = dominators();
    for (int v = 0; v < dag.size(); v++) {
      addCertain(v);
    }
    this.coReachable = new CoReachability(dag).rows();
  }

  private void descend(int v) {
    for (int next : dag.successors(v)) {
      reachableFrom.get(v).set(next);
      reachableFrom.get(v).or(reachableFrom.get(next));
    }
  }

  private void ensure(int v) {
    BitSet mine = surely.get(v);
    if (dag.vertex(v).exclusive()) {
      List<Integer> successors =
          dag.successors(v).stream().filter(successor -> !dag.vertex(successor).never()).toList();
      successors.stream().limit(1).forEach(successor -> mine.or(surely.get(successor)));
      successors.forEach(successor -> mine.and(surely.get(successor)));
    } else {
      dag.successors(v).forEach(target -> mine.or(surely.get(target)));
    }
    mine.set(v);
  }

  private int[] dominators() {
    int[] dominators = new int[dag.size()];
    for (int v = 1; v < dominators.length; v++) {
      int common = dag.predecessors(v).getFirst();
      for (int other : dag.predecessors(v)) {
        common = CommonAncestor.of(dominators, common, other);
      }
      dominators[v] = common;
    }
    return dominators;
  }

  /** The nearest vertex that every way to this one passes; the start's is itself. */
  public int dominator(int v) {
    return dominator[v];
  }

  /** The nearest vertex that every way to both passes. */
  public int commonDominator(int a, int b) {
    return CommonAncestor.of(dominator, a, b);
  }

  /** What can be reached from a vertex, itself aside. */
  public BitSet reachableFrom(int v) {
    return reachableFrom.get(v);
  }

  /** What may be passed in the same run, itself included. */
  public BitSet coReachable(int v) {
    return coReachable.get(v);
  }

  /** What is passed for certain in a run that passes this vertex and isn't ended before. */
  public BitSet certain(int v) {
    return (BitSet) certain.get(v).clone();
  }

  /** What surely follows the vertex, or one that stands before it on every way. */
  private void addCertain(int v) {
    BitSet all = (BitSet) surely.get(v).clone();
    if (v != FlowGraph.START) {
      all.or(certain.get(dominator[v]));
    }
    certain.add(all);
  }
}
