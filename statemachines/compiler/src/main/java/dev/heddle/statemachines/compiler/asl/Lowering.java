package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Exit.When;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.compiler.plan.Dag;
import dev.heddle.statemachines.compiler.plan.Entries;
import dev.heddle.statemachines.compiler.plan.Plan;
import dev.heddle.statemachines.compiler.plan.Relations;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a plan into states, from its end to its beginning. */
final class Lowering {
  private final Dag dag;
  private final Relations relations;
  private final Entries entries;
  private final Guards guards;
  private final NodeStates nodes;

  Lowering(Dag dag, Relations relations, Guards guards, NodeStates nodes) {
    this.dag = dag;
    this.relations = relations;
    this.entries = new Entries(dag, relations);
    this.guards = guards;
    this.nodes = nodes;
  }

  /**
   * The state by which a plan is entered; null is the end of the scope.
   *
   * @param certain what was or will be passed for certain
   * @param after where the scope goes on when the plan has ended
   */
  @Nullable State enter(Plan plan, BitSet certain, @Nullable State after, Scope scope) {
    return switch (plan) {
      case Plan.Flow flow -> choose(cases(flow, certain, after, scope), certain, after, scope);
      case Plan.Either either ->
          choose(cases(either, certain, after, scope), certain, after, scope);
      case Plan.Series series -> series(series, certain, after, scope);
      case Plan.Together together -> together(together, certain, after, scope);
    };
  }

  private @Nullable State series(
      Plan.Series series, BitSet certain, @Nullable State after, Scope scope) {
    State next = after;
    for (Plan part : series.parts().reversed()) {
      next = enter(part, certain, next, scope);
    }
    return next;
  }

  private @Nullable State together(
      Plan.Together together, BitSet certain, @Nullable State after, Scope scope) {
    State parallel = new State("Parallel", name(together));
    Plan last = together.branches().getFirst();
    for (Plan branch : together.branches()) {
      Scope inner = Scope.branch(scope);
      inner.enter(enter(branch, certain, null, inner));
      if (inner.entry() != null) {
        parallel.branch(inner);
        last = branch;
      }
    }
    return parallel.branches().size() > 1
        ? scope.add(parallel.exit(Exit.next(after)))
        : enter(last, certain, after, scope);
  }

  private String name(Plan.Together together) {
    List<String> names = new ArrayList<>();
    for (Plan branch : together.branches()) {
      int first = branch.vertices().nextSetBit(0);
      names.add(dag.step(first).node().name());
    }
    return String.join(" and ", names);
  }

  /** The ways into a plan; one that is entered as a whole has one. */
  private List<Case> cases(Plan plan, BitSet certain, @Nullable State after, Scope scope) {
    return switch (plan) {
      case Plan.Flow flow -> new Flows(this, flow, certain, after, scope).cases();
      case Plan.Either either ->
          either.choices().stream()
              .flatMap(choice -> cases(choice, certain, after, scope).stream())
              .toList();
      case Plan.Series _, Plan.Together _ -> {
        List<Integer> flags =
            entries.of(plan.vertices()).values().stream().flatMap(List::stream).toList();
        boolean sure = entries.of(plan.vertices()).keySet().stream().anyMatch(certain::get);
        String name = dag.step(plan.vertices().nextSetBit(0)).node().name();
        yield List.of(new Case(sure, flags, name, enter(plan, certain, after, scope)));
      }
    };
  }

  /** Asks which of the cases is taken, if it has to be asked. */
  @Nullable State choose(List<Case> cases, BitSet certain, @Nullable State otherwise, Scope scope) {
    for (Case sure : cases) {
      if (sure.certain()) {
        return sure.target();
      }
    }
    if (cases.stream().allMatch(asked -> asked.target() == otherwise)) {
      return otherwise;
    }
    boolean exhausted = guards.exhaust(cases, certain);
    List<Case> asked = exhausted ? cases.subList(0, cases.size() - 1) : cases;
    State last = exhausted ? cases.getLast().target() : otherwise;
    return asked.stream().allMatch(one -> one.target() == last)
        ? last
        : scope.add(choice(asked, last));
  }

  private State choice(List<Case> asked, @Nullable State last) {
    String names = String.join(" or ", asked.stream().map(Case::name).distinct().toList());
    State choice = new State("Choice", names + "?").asks(asked);
    for (Case one : asked) {
      choice.exit(new Exit(new When.Rule(guards.any(one.flags())), one.target()));
    }
    return choice.exit(new Exit(new When.Default(), last));
  }

  /**
   * Where a run goes that leaves by this port: past a choice whose answer the port already gives.
   */
  @Nullable State past(int port, @Nullable State state) {
    if (state == null || state.cases().isEmpty() || !asksOnly(port, state)) {
      return state;
    }
    return state.cases().stream()
        .filter(asked -> asked.flags().contains(port))
        .findFirst()
        .map(asked -> new Case(true, List.of(), "", asked.target()))
        .orElseGet(() -> new Case(true, List.of(), "", state.exits().getLast().target()))
        .target();
  }

  private boolean asksOnly(int port, State state) {
    int step = dag.vertex(port).step();
    return state.cases().stream()
        .flatMap(asked -> asked.flags().stream())
        .allMatch(flag -> Objects.equals(dag.vertex(flag).step(), step));
  }

  Map<Integer, List<Integer>> entries(BitSet set) {
    return entries.of(set);
  }

  BitSet certainAfter(int vertex, BitSet certain) {
    BitSet more = relations.certain(vertex);
    more.or(certain);
    return more;
  }

  Dag dag() {
    return dag;
  }

  @Nullable State node(
      Step step, Scope scope, java.util.function.Function<String, @Nullable State> next) {
    return nodes.make(step, scope, next);
  }
}
