package dev.heddle.statemachines.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Connected components: cuts a set of vertices into parts that nothing connects. */
final class ConnectedComponents {
  private final FlowGraph dag;
  private final EntryEdges entryEdges;

  ConnectedComponents(FlowGraph dag, EntryEdges entryEdges) {
    this.dag = dag;
    this.entryEdges = entryEdges;
  }

  /** The connected parts, in topological order of their first vertices. */
  List<BitSet> parts(BitSet set) {
    List<BitSet> parts = new ArrayList<>();
    BitSet left = (BitSet) set.clone();
    for (int v = left.nextSetBit(0); v >= 0; v = left.nextSetBit(v)) {
      parts.add(part(v, left));
    }
    return parts;
  }

  private BitSet part(int first, BitSet left) {
    BitSet part = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    left.clear(first);
    while (!open.isEmpty()) {
      int v = open.remove();
      part.set(v);
      open(dag.successors(v), left, open);
      open(dag.predecessors(v), left, open);
    }
    return part;
  }

  private static void open(List<Integer> neighbours, BitSet left, Deque<Integer> open) {
    for (int neighbour : neighbours) {
      if (left.get(neighbour)) {
        left.clear(neighbour);
        open.add(neighbour);
      }
    }
  }

  /** The parts gathered so that those that exclude each other are together. */
  List<List<BitSet>> exclusive(List<BitSet> parts) {
    List<List<BitSet>> groups = new ArrayList<>();
    List<BitSet> taken = new ArrayList<>();
    for (BitSet part : parts) {
      List<Integer> outside = entryEdges.of(part).values().stream().flatMap(List::stream).toList();
      int group = firstWithout(outside, taken);
      if (group == groups.size()) {
        groups.add(new ArrayList<>());
        taken.add(new BitSet());
      }
      groups.get(group).add(part);
      outside.forEach(taken.get(group)::set);
    }
    return groups;
  }

  private int firstWithout(List<Integer> outside, List<BitSet> taken) {
    for (int group = 0; group < taken.size(); group++) {
      if (!entryEdges.intersects(outside, taken.get(group))) {
        return group;
      }
    }
    return taken.size();
  }
}
