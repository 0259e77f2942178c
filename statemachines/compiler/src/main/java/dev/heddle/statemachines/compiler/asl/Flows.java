package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Plan;
import dev.heddle.statemachines.compiler.plan.Plan.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lowers a flow: every port leads to one state, or into a region. */
final class Flows {
  private final Lowering lowering;
  private final Dag dag;
  private final Plan.Flow flow;
  private final BitSet certain;
  private final @Nullable State after;
  private final Scope scope;
  private final BitSet alone;
  private final Map<Integer, @Nullable State> states = new HashMap<>();
  private final Map<Integer, @Nullable State> regions = new HashMap<>();

  Flows(Lowering lowering, Plan.Flow flow, BitSet certain, @Nullable State after, Scope scope) {
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
    Step step = dag.step(v);
    states.put(v, lowering.node(step, scope, port -> leave(v, dag.of(step, port))));
  }

  private @Nullable State leave(int v, int port) {
    if (flow.regions().containsKey(port)) {
      return region(port);
    }
    if (flow.regions().containsKey(v)) {
      return lowering.past(port, region(v));
    }
    for (int target : dag.after(port)) {
      if (states.containsKey(target)) {
        return states.get(target);
      }
    }
    return after;
  }

  private @Nullable State region(int entry) {
    Region region = flow.regions().get(entry);
    if (region != null && !regions.containsKey(entry)) {
      BitSet sure = entry == Plan.ENTRY ? certain : lowering.certainAfter(entry, certain);
      regions.put(entry, lowering.enter(region.body(), sure, exit(region), scope));
    }
    return regions.get(entry);
  }

  /** Where a region goes on: to the step that all its ways lead to, unless they end the run. */
  private @Nullable State exit(Region region) {
    return region.exit() == Plan.END ? after : states.get(region.exit());
  }

  /** The ways into the flow from outside. */
  List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    Map<Integer, List<Integer>> entries = lowering.entries(flow.vertices());
    entries.forEach(
        (target, outside) -> {
          if (states.containsKey(target)) {
            cases.add(entry(target, outside, entries.size() == 1));
          }
        });
    Region first = flow.regions().get(Plan.ENTRY);
    if (first != null) {
      cases.add(whole(first));
    }
    return cases;
  }

  /** A step that runs for certain may still be come to from inside the flow. */
  private Case entry(int target, List<Integer> outside, boolean only) {
    boolean sure = outside.stream().anyMatch(certain::get) || only && certain.get(target);
    return new Case(sure, outside, name(target), states.get(target));
  }

  private Case whole(Region first) {
    Map<Integer, List<Integer>> entries = lowering.entries(first.body().vertices());
    List<Integer> flags = entries.values().stream().flatMap(List::stream).distinct().toList();
    boolean sure = entries.keySet().stream().anyMatch(certain::get);
    int target = entries.keySet().iterator().next();
    return new Case(sure, flags, name(target), region(Plan.ENTRY));
  }

  private String name(int vertex) {
    return dag.step(vertex).node().name();
  }
}
