package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.ExecutionPlan;
import dev.heddle.statemachines.compiler.plan.ExecutionPlan.Region;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lowers a flow: every port leads to one state, or into a region. */
final class FlowLowering {
  private final PlanLowering lowering;
  private final FlowGraph dag;
  private final ExecutionPlan.Flow flow;
  private final BitSet certain;
  private final @Nullable AslState after;
  private final LexicalScope scope;
  private final BitSet alone;
  private final Map<Integer, @Nullable AslState> states = new HashMap<>();
  private final Map<Integer, @Nullable AslState> regions = new HashMap<>();

  FlowLowering(
      PlanLowering lowering,
      ExecutionPlan.Flow flow,
      BitSet certain,
      @Nullable AslState after,
      LexicalScope scope) {
    this.lowering = lowering;
    this.dag = lowering.dag();
    this.flow = flow;
    this.certain = certain;
    this.after = after;
    this.scope = scope;
    this.alone = (BitSet) flow.vertices().clone();
    flow.regions().values().forEach(region -> alone.andNot(region.body().vertices()));
    for (int v = alone.previousSetBit(dag.size()); v >= 0; v = alone.previousSetBit(v - 1)) {
      if (dag.vertex(v).isStep()) {
        lower(v);
      }
    }
  }

  private void lower(int v) {
    DrawingStep step = dag.step(v);
    states.put(v, lowering.node(step, scope, port -> leave(v, dag.of(step, port))));
  }

  private @Nullable AslState leave(int v, int port) {
    if (flow.regions().containsKey(port)) {
      return region(port);
    }
    if (flow.regions().containsKey(v)) {
      return lowering.past(port, region(v));
    }
    for (int target : dag.successors(port)) {
      if (states.containsKey(target)) {
        return states.get(target);
      }
    }
    return after;
  }

  private @Nullable AslState region(int entry) {
    Region region = flow.regions().get(entry);
    if (region != null && !regions.containsKey(entry)) {
      BitSet sure = entry == ExecutionPlan.ENTRY ? certain : lowering.certainAfter(entry, certain);
      regions.put(entry, lowering.enter(region.body(), sure, exit(region), scope));
    }
    return regions.get(entry);
  }

  /** Where a region goes on: to the step that all its ways lead to, unless they end the run. */
  private @Nullable AslState exit(Region region) {
    return region.exit() == ExecutionPlan.END ? after : states.get(region.exit());
  }

  /** The ways into the flow from outside. */
  List<PlanEntry> cases() {
    List<PlanEntry> cases = new ArrayList<>();
    Map<Integer, List<Integer>> entries = lowering.entries(flow.vertices());
    entries.forEach(
        (target, outside) -> {
          if (states.containsKey(target)) {
            cases.add(entry(target, outside, entries.size() == 1));
          }
        });
    Region first = flow.regions().get(ExecutionPlan.ENTRY);
    if (first != null) {
      cases.add(whole(first));
    }
    return cases;
  }

  /** A step that runs for certain may still be come to from inside the flow. */
  private PlanEntry entry(int target, List<Integer> outside, boolean only) {
    boolean sure = outside.stream().anyMatch(certain::get) || only && certain.get(target);
    return new PlanEntry(sure, outside, name(target), states.get(target));
  }

  private PlanEntry whole(Region first) {
    Map<Integer, List<Integer>> entries = lowering.entries(first.body().vertices());
    List<Integer> flags = entries.values().stream().flatMap(List::stream).distinct().toList();
    boolean sure = entries.keySet().stream().anyMatch(certain::get);
    int target = entries.keySet().iterator().next();
    return new PlanEntry(sure, flags, name(target), region(ExecutionPlan.ENTRY));
  }

  private String name(int vertex) {
    return dag.step(vertex).node().name();
  }
}
