package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.plan.ExecutionPlan.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Structures a control-flow graph into nested constructs: flows where one step runs at a time,
 * branches (fork and join) where several do.
 */
public final class ExecutionPlanner {

  /** Deeper nesting of branches than anyone draws by hand. */
  private static final int DEEPEST = 100;

  private final FlowGraph dag;
  private final FlowAnalysis relations;
  private final PostDominators postDominators;
  private final EntryEdges entryEdges;
  private final ConnectedComponents connectedComponents;
  private final AddedOrderings addedOrderings;
  private @Nullable ReorderableSteps reorderableSteps;
  private boolean tooDeep;
  private int depth;

  /** A planner for a graph. */
  public ExecutionPlanner(FlowGraph dag, FlowAnalysis relations) {
    this.dag = dag;
    this.relations = relations;
    this.postDominators = new PostDominators(dag);
    this.entryEdges = new EntryEdges(dag, relations);
    this.connectedComponents = new ConnectedComponents(dag, entryEdges);
    this.addedOrderings = new AddedOrderings(dag);
  }

  /** The plan of the whole graph. */
  public ExecutionPlan plan() {
    BitSet all = new BitSet();
    all.set(1, dag.size());
    return plan(all);
  }

  /** The orderings that the plan adds to those of the drawing. */
  AddedOrderings orderings() {
    return addedOrderings;
  }

  /** Whether the graph nests too deeply to be planned. */
  public boolean tooDeep() {
    return tooDeep;
  }

  private ExecutionPlan plan(BitSet set) {
    if (++depth > DEEPEST) {
      tooDeep = true;
    }
    ExecutionPlan plan = tooDeep ? new ExecutionPlan.Flow(set, Map.of()) : alone(set);
    depth--;
    return plan;
  }

  private ExecutionPlan alone(BitSet set) {
    List<BitSet> parts = connectedComponents.parts(set);
    if (parts.size() > 1) {
      return beside(set, connectedComponents.exclusive(parts));
    }
    ExecutionPlan flow = flow(set);
    return flow == null ? series(set) : flow;
  }

  private ExecutionPlan beside(BitSet set, List<List<BitSet>> exclusive) {
    List<ExecutionPlan> branches = exclusive.stream().map(this::either).toList();
    return branches.size() == 1 ? branches.getFirst() : new ExecutionPlan.Parallel(set, branches);
  }

  private ExecutionPlan either(List<BitSet> parts) {
    if (parts.size() == 1) {
      return plan(parts.getFirst());
    }
    BitSet all = new BitSet();
    parts.forEach(all::or);
    return new ExecutionPlan.Exclusive(all, parts.stream().map(this::plan).toList());
  }

  /** Null if several steps of the set may be entered or run at a time all the way through. */
  private @Nullable ExecutionPlan flow(BitSet set) {
    if (!entryEdges.exclude(entryEdges.of(set))) {
      return null;
    }
    Optional<List<RegionFinder.Extent>> extents =
        new RegionFinder(dag, relations, postDominators, set, entryEdges).find();
    if (extents.isEmpty()) {
      return null;
    }
    Map<Integer, Region> regions = new LinkedHashMap<>();
    for (RegionFinder.Extent extent : extents.get()) {
      ExecutionPlan body = plan(extent.inside());
      regions.put(extent.entry(), new Region(extent.entry(), extent.exit(), body));
    }
    return new ExecutionPlan.Flow(set, regions);
  }

  /** Cuts until every part is a flow or falls apart. */
  private ExecutionPlan series(BitSet set) {
    List<ExecutionPlan> parts = new ArrayList<>();
    Deque<BitSet> open = new ArrayDeque<>(List.of(set));
    while (!open.isEmpty()) {
      BitSet next = open.pop();
      ExecutionPlan whole =
          next.equals(set) || connectedComponents.parts(next).size() > 1 ? null : flow(next);
      if (whole != null) {
        parts.add(whole);
      } else if (!next.equals(set) && connectedComponents.parts(next).size() > 1) {
        parts.add(plan(next));
      } else if (steps(next) == 1) {
        parts.add(new ExecutionPlan.Flow(next, Map.of()));
      } else {
        cut(next, open);
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new ExecutionPlan.Series(set, parts);
  }

  private long steps(BitSet set) {
    return set.stream().filter(v -> dag.vertex(v).isStep()).count();
  }

  private void cut(BitSet set, Deque<BitSet> open) {
    if (reorderableSteps == null) {
      reorderableSteps = new ReorderableSteps(dag, relations);
    }
    GraphCut graphCut = new CutFinder(dag, relations, reorderableSteps, set).best();
    if (graphCut.cost() > 0) {
      addedOrderings.add(graphCut, reorderableSteps);
    }
    open.push(graphCut.second());
    open.push(graphCut.first());
  }
}
