package dev.heddle.statemachines.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways into a set of vertices. */
public final class EntryEdges {
  private final FlowGraph dag;
  private final FlowAnalysis relations;

  /** Entries in a graph. */
  public EntryEdges(FlowGraph dag, FlowAnalysis relations) {
    this.dag = dag;
    this.relations = relations;
  }

  /**
   * The vertices by which the set is entered and what stands before each outside of it; a trigger
   * stands before itself.
   */
  public Map<Integer, List<Integer>> of(BitSet set) {
    Map<Integer, List<Integer>> entries = new LinkedHashMap<>();
    for (int v = set.nextSetBit(0); v >= 0; v = set.nextSetBit(v + 1)) {
      List<Integer> outside = outside(v, set);
      if (!outside.isEmpty()) {
        entries.put(v, outside);
      }
    }
    return entries;
  }

  private List<Integer> outside(int v, BitSet set) {
    List<Integer> outside = new ArrayList<>(0);
    for (int from : dag.predecessors(v)) {
      if (!set.get(from)) {
        outside.add(from == FlowGraph.START ? v : from);
      }
    }
    return outside;
  }

  /** Whether at most one of the entries is taken. */
  boolean exclude(Map<Integer, List<Integer>> entries) {
    BitSet earlier = new BitSet();
    for (List<Integer> outside : entries.values()) {
      if (intersects(outside, earlier)) {
        return false;
      }
      outside.forEach(earlier::set);
    }
    return true;
  }

  /** Whether any of these may be passed in the same run as any of those. */
  boolean intersects(List<Integer> these, BitSet those) {
    for (int v : these) {
      if (relations.coReachable(v).intersects(those)) {
        return true;
      }
    }
    return false;
  }
}
