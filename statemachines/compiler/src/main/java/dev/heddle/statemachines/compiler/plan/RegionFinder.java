package dev.heddle.statemachines.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the single-entry single-exit (SESE) regions of a flow graph: in a set of vertices entered
 * one at a time, the smallest parts with one way in and one way out that hold everything where
 * several steps run at a time.
 */
final class RegionFinder {

  /**
   * A part, between two vertices; {@link ExecutionPlan#ENTRY} and {@link ExecutionPlan#END} are the
   * set's own.
   */
  record Extent(int entry, int exit, BitSet inside) {}

  private final FlowGraph dag;
  private final FlowAnalysis relations;
  private final PostDominators postDominators;
  private final BitSet set;
  private final Map<Integer, List<Integer>> entries;

  RegionFinder(
      FlowGraph dag,
      FlowAnalysis relations,
      PostDominators postDominators,
      BitSet set,
      EntryEdges entryEdges) {
    this.dag = dag;
    this.relations = relations;
    this.postDominators = postDominators;
    this.set = set;
    this.entries = entryEdges.of(set);
  }

  /** The outermost such parts; nothing if the whole set is one. */
  Optional<List<Extent>> find() {
    List<Extent> found = new ArrayList<>();
    BitSet covered = new BitSet();
    for (int v = set.nextSetBit(0); v >= 0; v = set.nextSetBit(v + 1)) {
      if (!covered.get(v) && forks(v)) {
        Extent extent = around(v);
        if (extent.inside().equals(set)) {
          return Optional.empty();
        }
        found.removeIf(inner -> inner.inside().intersects(extent.inside()));
        found.add(extent);
        covered.or(extent.inside());
        successors(extent.entry()).forEach(covered::set);
      }
    }
    return Optional.of(found);
  }

  private boolean forks(int v) {
    if (dag.vertex(v).exclusive() || dag.successors(v).size() < 2) {
      return false;
    }
    return dag.successors(v).stream().filter(set::get).count() > 1;
  }

  private Extent around(int fork) {
    int entry = fork;
    while (true) {
      int exit = exit(entry);
      BitSet inside = between(entry, exit);
      int wider = commonEntry(entry, inside);
      if (wider == entry) {
        return new Extent(entry, exit == dag.size() ? ExecutionPlan.END : exit, inside);
      }
      entry = wider;
    }
  }

  private int exit(int entry) {
    int exit =
        entry == ExecutionPlan.ENTRY
            ? common(entries.keySet())
            : postDominators.postDominator(entry);
    while (exit < dag.size() && set.get(exit) && !dag.vertex(exit).isStep()) {
      exit = postDominators.postDominator(exit);
    }
    return exit < dag.size() && set.get(exit) ? exit : dag.size();
  }

  private int common(Iterable<Integer> targets) {
    int common = -1;
    for (int target : targets) {
      common = common < 0 ? target : postDominators.commonPostDominator(common, target);
    }
    return common;
  }

  private BitSet between(int entry, int exit) {
    BitSet inside = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(starts(entry));
    while (!open.isEmpty()) {
      int v = open.remove();
      if (v != exit && set.get(v) && !inside.get(v)) {
        inside.set(v);
        open.addAll(dag.successors(v));
      }
    }
    return inside;
  }

  /** Where the part begins: behind the ports if the entry is a step that has several. */
  private List<Integer> starts(int entry) {
    if (entry == ExecutionPlan.ENTRY) {
      return List.copyOf(entries.keySet());
    }
    return successors(entry).isEmpty()
        ? dag.successors(entry)
        : dag.successors(entry).stream().flatMap(port -> dag.successors(port).stream()).toList();
  }

  /** The ports of a step that has several. */
  private List<Integer> successors(int entry) {
    boolean choice = entry != ExecutionPlan.ENTRY && dag.vertex(entry).exclusive();
    return choice ? dag.successors(entry) : List.of();
  }

  /** The entry itself, or the nearest vertex above it by which all ways into the part lead. */
  private int commonEntry(int entry, BitSet inside) {
    int common = entry;
    List<Integer> ports = successors(entry);
    for (int v = inside.nextSetBit(0); v >= 0 && common >= 0; v = inside.nextSetBit(v + 1)) {
      for (int from : dag.predecessors(v)) {
        if (!inside.get(from) && from != entry && !ports.contains(from)) {
          common = above(common, from);
        }
      }
    }
    return common;
  }

  private int above(int common, int from) {
    if (common == ExecutionPlan.ENTRY || !set.get(from)) {
      return ExecutionPlan.ENTRY;
    }
    int above = relations.commonDominator(common, from);
    return set.get(above) ? above : ExecutionPlan.ENTRY;
  }
}
