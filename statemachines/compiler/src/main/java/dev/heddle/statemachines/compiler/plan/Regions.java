package dev.heddle.statemachines.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, in a set of vertices entered one at a time, the smallest parts with one way in and one way
 * out that hold everything where several steps run at a time.
 */
final class Regions {

  /** A part, between two vertices; {@link Plan#ENTRY} and {@link Plan#END} are the set's own. */
  record Extent(int entry, int exit, BitSet inside) {}

  private final Dag dag;
  private final Relations relations;
  private final Meeting meeting;
  private final BitSet set;
  private final Map<Integer, List<Integer>> entries;

  Regions(Dag dag, Relations relations, Meeting meeting, BitSet set, Entries entries) {
    this.dag = dag;
    this.relations = relations;
    this.meeting = meeting;
    this.set = set;
    this.entries = entries.of(set);
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
    if (dag.vertex(v).exclusive() || dag.after(v).size() < 2) {
      return false;
    }
    return dag.after(v).stream().filter(set::get).count() > 1;
  }

  private Extent around(int fork) {
    int entry = fork;
    while (true) {
      int exit = exit(entry);
      BitSet inside = between(entry, exit);
      int wider = commonEntry(entry, inside);
      if (wider == entry) {
        return new Extent(entry, exit == dag.size() ? Plan.END : exit, inside);
      }
      entry = wider;
    }
  }

  private int exit(int entry) {
    int exit = entry == Plan.ENTRY ? common(entries.keySet()) : meeting.after(entry);
    while (exit < dag.size() && set.get(exit) && !dag.vertex(exit).isStep()) {
      exit = meeting.after(exit);
    }
    return exit < dag.size() && set.get(exit) ? exit : dag.size();
  }

  private int common(Iterable<Integer> targets) {
    int common = -1;
    for (int target : targets) {
      common = common < 0 ? target : meeting.common(common, target);
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
        open.addAll(dag.after(v));
      }
    }
    return inside;
  }

  /** Where the part begins: behind the ports if the entry is a step that has several. */
  private List<Integer> starts(int entry) {
    if (entry == Plan.ENTRY) {
      return List.copyOf(entries.keySet());
    }
    return successors(entry).isEmpty()
        ? dag.after(entry)
        : dag.after(entry).stream().flatMap(port -> dag.after(port).stream()).toList();
  }

  /** The ports of a step that has several. */
  private List<Integer> successors(int entry) {
    boolean choice = entry != Plan.ENTRY && dag.vertex(entry).exclusive();
    return choice ? dag.after(entry) : List.of();
  }

  /** The entry itself, or the nearest vertex above it by which all ways into the part lead. */
  private int commonEntry(int entry, BitSet inside) {
    int common = entry;
    List<Integer> ports = successors(entry);
    for (int v = inside.nextSetBit(0); v >= 0 && common >= 0; v = inside.nextSetBit(v + 1)) {
      for (int from : dag.before(v)) {
        if (!inside.get(from) && from != entry && !ports.contains(from)) {
          common = above(common, from);
        }
      }
    }
    return common;
  }

  private int above(int common, int from) {
    if (common == Plan.ENTRY || !set.get(from)) {
      return Plan.ENTRY;
    }
    int above = relations.commonDominator(common, from);
    return set.get(above) ? above : Plan.ENTRY;
  }
}
