package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Exit.Assignment;
import dev.heddle.statemachines.compiler.asl.Exit.When;
import dev.heddle.statemachines.language.expression.CodeText;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds from back to front which variables are read later: only those are assigned, and only those
 * leave a branch.
 */
final class Liveness {
  private final Reads reads;
  private final Map<State, BitSet> before = new HashMap<>();
  private final Map<Scope, Set<String>> results = new HashMap<>();
  private final Map<Scope, Set<String>> assigned = new HashMap<>();

  Liveness(Reads reads) {
    this.reads = reads;
  }

  /** Works through a scope that gives a value of its own. */
  void visit(Scope scope) {
    Outcome outcome = scope.outcome();
    visit(scope, outcome == null ? Set.of() : outcome.variables());
  }

  private void visit(Scope scope, Set<String> results) {
    this.results.put(scope, results);
    BitSet end = new BitSet();
    results.forEach(variable -> end.set(reads.number(variable)));
    for (State state : scope.states()) {
      visit(state, end);
    }
    State entry = scope.entry();
    if (entry != null && entry.isIdle() && scope.outer() != null) {
      scope.enter(entry.exits().getFirst().target());
    }
  }

  private void visit(State state, BitSet end) {
    BitSet live = new BitSet();
    for (Exit exit : state.exits()) {
      BitSet after = exit.target() == null ? end : before.getOrDefault(exit.target(), new BitSet());
      if (exit.when() instanceof When.Next) {
        export(state, exit, after);
      } else if (exit.when() instanceof When.Caught caught
          && caught.errors().contains(Race.FIRST)) {
        exportWinner(state, exit, after);
      }
      live.or(through(exit, after));
    }
    state.fields().values().forEach(value -> reads.of(value, live));
    state.branches().forEach(branch -> live.or(free(branch)));
    before.put(state, live);
  }

  /** What a way needs: what is read behind it and what it assigns itself is made of. */
  private BitSet through(Exit exit, BitSet after) {
    BitSet live = (BitSet) after.clone();
    exit.assignments().removeIf(set -> !set.always() && !after.get(reads.number(set.variable())));
    exit.assignments().forEach(set -> live.clear(reads.number(set.variable())));
    exit.assignments().forEach(set -> reads.of(set.value(), live));
    if (exit.when() instanceof When.Rule rule) {
      reads.of(rule.condition(), live);
    }
    return live;
  }

  /** Takes over what the branches of a state assign and later states read. */
  private void export(State state, Exit exit, BitSet after) {
    for (int i = 0; i < state.branches().size(); i++) {
      Scope branch = state.branches().get(i);
      if (branch.outcome() != null) {
        if (state.winners().isEmpty()) {
          visit(branch);
        }
        continue;
      }
      Set<String> exported = new LinkedHashSet<>(assigned(branch));
      exported.removeIf(variable -> !after.get(reads.number(variable)));
      for (String variable : exported) {
        String result = "$states.result[" + i + "]." + variable;
        exit.assign(variable, new CodeText().text(result).done());
      }
      visit(branch, exported);
    }
  }

  /** Takes over what the branch that won a race assigned and later states read. */
  private void exportWinner(State state, Exit exit, BitSet after) {
    Set<String> taken = new LinkedHashSet<>(variables(exit.assignments()));
    for (int i = 0; i < state.branches().size(); i++) {
      Scope branch = state.branches().get(i);
      Set<String> exported = new LinkedHashSet<>(assigned(branch));
      exported.removeIf(variable -> !after.get(reads.number(variable)));
      Race.tell(state.winners().get(i), exported);
      exported.stream()
          .filter(taken::add)
          .forEach(variable -> exit.assign(variable, Race.told(variable)));
      visit(branch);
    }
  }

  /** What a branch reads from outside. */
  private BitSet free(Scope branch) {
    BitSet free = new BitSet();
    if (branch.entry() != null) {
      free.or(before.getOrDefault(branch.entry(), new BitSet()));
    }
    assigned(branch).forEach(variable -> free.clear(reads.number(variable)));
    return branch.isApart() ? new BitSet() : free;
  }

  /** The variables that a scope might assign, its inner scopes included. */
  private Set<String> assigned(Scope scope) {
    Set<String> known = assigned.get(scope);
    if (known != null) {
      return known;
    }
    Set<String> all = new LinkedHashSet<>();
    for (State state : scope.states().reversed()) {
      state.exits().forEach(exit -> all.addAll(variables(exit.assignments())));
      state.branches().stream()
          .filter(branch -> !branch.isApart())
          .forEach(branch -> all.addAll(assigned(branch)));
    }
    assigned.put(scope, all);
    return all;
  }

  private static List<String> variables(List<Assignment> assignments) {
    return assignments.stream().map(Assignment::variable).toList();
  }

  /** What a scope's end gives. */
  Set<String> results(Scope scope) {
    return results.getOrDefault(scope, Set.of());
  }

  /** Whether a variable is read in a state or after it. */
  boolean live(State state, String variable) {
    return before.getOrDefault(state, new BitSet()).get(reads.number(variable));
  }

  /** What is read in a state or after it, by number. */
  BitSet before(State state) {
    return before.getOrDefault(state, new BitSet());
  }
}
