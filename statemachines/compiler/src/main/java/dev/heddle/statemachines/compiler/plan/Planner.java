package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.plan.Plan.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Structures a graph: flows where one step runs at a time, branches where several do. */
public final class Planner {

  /** Deeper nesting of branches than anyone draws by hand. */
  private static final int DEEPEST = 100;

  private final Dag dag;
  private final Relations relations;
  private final Meeting meeting;
  private final Entries entries;
  private final Groups groups;
  private final Orderings orderings;
  private @Nullable Freedom freedom;
  private boolean tooDeep;
  private int depth;

  /** A planner for a graph. */
  public Planner(Dag dag, Relations relations) {
    this.dag = dag;
    this.relations = relations;
    this.meeting = new Meeting(dag);
    this.entries = new Entries(dag, relations);
    this.groups = new Groups(dag, entries);
    this.orderings = new Orderings(dag);
  }

  /** The plan of the whole graph. */
  public Plan plan() {
    BitSet all = new BitSet();
    all.set(1, dag.size());
    return plan(all);
  }

  /** The orderings that the plan adds to those of the drawing. */
  Orderings orderings() {
    return orderings;
  }

  /** Whether the graph nests too deeply to be planned. */
  public boolean tooDeep() {
    return tooDeep;
  }

  private Plan plan(BitSet set) {
    if (++depth > DEEPEST) {
      tooDeep = true;
    }
    Plan plan = tooDeep ? new Plan.Flow(set, Map.of()) : alone(set);
    depth--;
    return plan;
  }

  private Plan alone(BitSet set) {
    List<BitSet> parts = groups.parts(set);
    if (parts.size() > 1) {
      return beside(set, groups.exclusive(parts));
    }
    Plan flow = flow(set);
    return flow == null ? series(set) : flow;
  }

  private Plan beside(BitSet set, List<List<BitSet>> exclusive) {
    List<Plan> branches = exclusive.stream().map(this::either).toList();
    return branches.size() == 1 ? branches.getFirst() : new Plan.Together(set, branches);
  }

  private Plan either(List<BitSet> parts) {
    if (parts.size() == 1) {
      return plan(parts.getFirst());
    }
    BitSet all = new BitSet();
    parts.forEach(all::or);
    return new Plan.Either(all, parts.stream().map(this::plan).toList());
  }

  /** Null if several steps of the set may be entered or run at a time all the way through. */
  private @Nullable Plan flow(BitSet set) {
    if (!entries.exclude(entries.of(set))) {
      return null;
    }
    Optional<List<Regions.Extent>> extents =
        new Regions(dag, relations, meeting, set, entries).find();
    if (extents.isEmpty()) {
      return null;
    }
    Map<Integer, Region> regions = new LinkedHashMap<>();
    for (Regions.Extent extent : extents.get()) {
      Plan body = plan(extent.inside());
      regions.put(extent.entry(), new Region(extent.entry(), extent.exit(), body));
    }
    return new Plan.Flow(set, regions);
  }

  /** Cuts until every part is a flow or falls apart. */
  private Plan series(BitSet set) {
    List<Plan> parts = new ArrayList<>();
    Deque<BitSet> open = new ArrayDeque<>(List.of(set));
    while (!open.isEmpty()) {
      BitSet next = open.pop();
      Plan whole = next.equals(set) || groups.parts(next).size() > 1 ? null : flow(next);
      if (whole != null) {
        parts.add(whole);
      } else if (!next.equals(set) && groups.parts(next).size() > 1) {
        parts.add(plan(next));
      } else if (steps(next) == 1) {
        parts.add(new Plan.Flow(next, Map.of()));
      } else {
        cut(next, open);
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Plan.Series(set, parts);
  }

  private long steps(BitSet set) {
    return set.stream().filter(v -> dag.vertex(v).isStep()).count();
  }

  private void cut(BitSet set, Deque<BitSet> open) {
    if (freedom == null) {
      freedom = new Freedom(dag, relations);
    }
    Cut cut = new Cuts(dag, relations, freedom, set).best();
    if (cut.cost() > 0) {
      orderings.add(cut, freedom);
    }
    open.push(cut.second());
    open.push(cut.first());
  }
}
