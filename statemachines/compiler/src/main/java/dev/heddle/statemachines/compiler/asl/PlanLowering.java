package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.When;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.EntryEdges;
import dev.heddle.statemachines.compiler.plan.ExecutionPlan;
import dev.heddle.statemachines.compiler.plan.FlowAnalysis;
import dev.heddle.statemachines.compiler.plan.FlowGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a plan into states, from its end to its beginning. */
final class PlanLowering {
  private final FlowGraph dag;
  private final FlowAnalysis relations;
  private final EntryEdges entryEdges;
  private final GuardExpressions guardExpressions;
  private final NodeStates nodes;

  PlanLowering(
      FlowGraph dag, FlowAnalysis relations, GuardExpressions guardExpressions, NodeStates nodes) {
    this.dag = dag;
    this.relations = relations;
    this.entryEdges = new EntryEdges(dag, relations);
    this.guardExpressions = guardExpressions;
    this.nodes = nodes;
  }

  /**
   * The state by which a plan is entered; null is the end of the scope.
   *
   * @param certain what was or will be passed for certain
   * @param after where the scope goes on when the plan has ended
   */
  @Nullable AslState enter(
      ExecutionPlan plan, BitSet certain, @Nullable AslState after, LexicalScope scope) {
    return switch (plan) {
      case ExecutionPlan.Flow flow ->
          choose(cases(flow, certain, after, scope), certain, after, scope);
      case ExecutionPlan.Exclusive either ->
          choose(cases(either, certain, after, scope), certain, after, scope);
      case ExecutionPlan.Series series -> series(series, certain, after, scope);
      case ExecutionPlan.Parallel together -> together(together, certain, after, scope);
    };
  }

  private @Nullable AslState series(
      ExecutionPlan.Series series, BitSet certain, @Nullable AslState after, LexicalScope scope) {
    AslState next = after;
    for (ExecutionPlan part : series.parts().reversed()) {
      next = enter(part, certain, next, scope);
    }
    return next;
  }

  private @Nullable AslState together(
      ExecutionPlan.Parallel together,
      BitSet certain,
      @Nullable AslState after,
      LexicalScope scope) {
    AslState parallel = new AslState("Parallel", name(together));
    ExecutionPlan last = together.branches().getFirst();
    for (ExecutionPlan branch : together.branches()) {
      LexicalScope inner = LexicalScope.branch(scope);
      inner.enter(enter(branch, certain, null, inner));
      if (inner.entry() != null) {
        parallel.branch(inner);
        last = branch;
      }
    }
    return parallel.branches().size() > 1
        ? scope.add(parallel.exit(StateTransition.next(after)))
        : enter(last, certain, after, scope);
  }

  private String name(ExecutionPlan.Parallel together) {
    List<String> names = new ArrayList<>();
    for (ExecutionPlan branch : together.branches()) {
      int first = branch.vertices().nextSetBit(0);
      names.add(dag.step(first).node().name());
    }
    return String.join(" and ", names);
  }

  /** The ways into a plan; one that is entered as a whole has one. */
  private List<PlanEntry> cases(
      ExecutionPlan plan, BitSet certain, @Nullable AslState after, LexicalScope scope) {
    return switch (plan) {
      case ExecutionPlan.Flow flow -> new FlowLowering(this, flow, certain, after, scope).cases();
      case ExecutionPlan.Exclusive either ->
          either.choices().stream()
              .flatMap(choice -> cases(choice, certain, after, scope).stream())
              .toList();
      case ExecutionPlan.Series _, ExecutionPlan.Parallel _ -> {
        List<Integer> flags =
            entryEdges.of(plan.vertices()).values().stream().flatMap(List::stream).toList();
        boolean sure = entryEdges.of(plan.vertices()).keySet().stream().anyMatch(certain::get);
        String name = dag.step(plan.vertices().nextSetBit(0)).node().name();
        yield List.of(new PlanEntry(sure, flags, name, enter(plan, certain, after, scope)));
      }
    };
  }

  /** Asks which of the cases is taken, if it has to be asked. */
  @Nullable AslState choose(
      List<PlanEntry> cases, BitSet certain, @Nullable AslState otherwise, LexicalScope scope) {
    for (PlanEntry sure : cases) {
      if (sure.certain()) {
        return sure.target();
      }
    }
    if (cases.stream().allMatch(asked -> asked.target() == otherwise)) {
      return otherwise;
    }
    boolean exhausted = guardExpressions.exhaust(cases, certain);
    List<PlanEntry> asked = exhausted ? cases.subList(0, cases.size() - 1) : cases;
    AslState last = exhausted ? cases.getLast().target() : otherwise;
    return asked.stream().allMatch(one -> one.target() == last)
        ? last
        : scope.add(choice(asked, last));
  }

  private AslState choice(List<PlanEntry> asked, @Nullable AslState last) {
    String names = String.join(" or ", asked.stream().map(PlanEntry::name).distinct().toList());
    AslState choice = new AslState("Choice", names + "?").asks(asked);
    for (PlanEntry one : asked) {
      choice.exit(
          new StateTransition(new When.Rule(guardExpressions.any(one.flags())), one.target()));
    }
    return choice.exit(new StateTransition(new When.Default(), last));
  }

  /**
   * Where a run goes that leaves by this port: past a choice whose answer the port already gives.
   */
  @Nullable AslState past(int port, @Nullable AslState state) {
    if (state == null || state.cases().isEmpty() || !asksOnly(port, state)) {
      return state;
    }
    for (var asked : state.cases()) {
      if (asked.flags().contains(port)) {
        return asked.target();
      }
    }
    return state.exits().getLast().target();
  }

  private boolean asksOnly(int port, AslState state) {
    int step = dag.vertex(port).step();
    return state.cases().stream()
        .flatMap(asked -> asked.flags().stream())
        .allMatch(flag -> Objects.equals(dag.vertex(flag).step(), step));
  }

  Map<Integer, List<Integer>> entries(BitSet set) {
    return entryEdges.of(set);
  }

  BitSet certainAfter(int vertex, BitSet certain) {
    BitSet more = relations.certain(vertex);
    more.or(certain);
    return more;
  }

  FlowGraph dag() {
    return dag;
  }

  @Nullable AslState node(
      DrawingStep step,
      LexicalScope scope,
      java.util.function.Function<String, @Nullable AslState> next) {
    return nodes.make(step, scope, next);
  }
}
