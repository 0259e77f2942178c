package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.Assignment;
import dev.heddle.statemachines.compiler.asl.StateTransition.When;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
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
  private final VariableUses variableUses;
  private final Map<AslState, BitSet> before = new HashMap<>();
  private final Map<LexicalScope, Set<String>> results = new HashMap<>();
  private final Map<LexicalScope, Set<String>> assigned = new HashMap<>();

  Liveness(VariableUses variableUses) {
    this.variableUses = variableUses;
  }

  /** Works through a scope that gives a value of its own. */
  void visit(LexicalScope scope) {
    ScopeOutput outcome = scope.outcome();
    visit(scope, outcome == null ? Set.of() : outcome.variables());
  }

  private void visit(LexicalScope scope, Set<String> results) {
    this.results.put(scope, results);
    BitSet end = new BitSet();
    results.forEach(variable -> end.set(variableUses.number(variable)));
    for (AslState state : scope.states()) {
      visit(state, end);
    }
    AslState entry = scope.entry();
    if (entry != null && entry.isIdle() && scope.outer() != null) {
      scope.enter(entry.exits().getFirst().target());
    }
  }

  private void visit(AslState state, BitSet end) {
    BitSet live = new BitSet();
    for (StateTransition exit : state.exits()) {
      BitSet after = exit.target() == null ? end : before.getOrDefault(exit.target(), new BitSet());
      if (exit.when() instanceof When.Next) {
        export(state, exit, after);
      } else if (exit.when() instanceof When.Catch caught
          && caught.errors().contains(RaceLowering.FIRST)) {
        exportWinner(state, exit, after);
      }
      live.or(through(exit, after));
    }
    state.fields().values().forEach(value -> variableUses.of(value, live));
    state.branches().forEach(branch -> live.or(free(branch)));
    before.put(state, live);
  }

  /** What a way needs: what is read behind it and what it assigns itself is made of. */
  private BitSet through(StateTransition exit, BitSet after) {
    BitSet live = (BitSet) after.clone();
    exit.assignments()
        .removeIf(set -> !set.always() && !after.get(variableUses.number(set.variable())));
    exit.assignments().forEach(set -> live.clear(variableUses.number(set.variable())));
    exit.assignments().forEach(set -> variableUses.of(set.value(), live));
    if (exit.when() instanceof When.Rule rule) {
      variableUses.of(rule.condition(), live);
    }
    return live;
  }

  /** Takes over what the branches of a state assign and later states read. */
  private void export(AslState state, StateTransition exit, BitSet after) {
    for (int i = 0; i < state.branches().size(); i++) {
      LexicalScope branch = state.branches().get(i);
      if (branch.outcome() != null) {
        if (state.winners().isEmpty()) {
          visit(branch);
        }
        continue;
      }
      Set<String> exported = new LinkedHashSet<>(assigned(branch));
      exported.removeIf(variable -> !after.get(variableUses.number(variable)));
      for (String variable : exported) {
        String result = "$states.result[" + i + "]." + variable;
        exit.assign(variable, new JsonataBuilder().text(result).build());
      }
      visit(branch, exported);
    }
  }

  /** Takes over what the branch that won a race assigned and later states read. */
  private void exportWinner(AslState state, StateTransition exit, BitSet after) {
    Set<String> taken = new LinkedHashSet<>(variables(exit.assignments()));
    for (int i = 0; i < state.branches().size(); i++) {
      LexicalScope branch = state.branches().get(i);
      Set<String> exported = new LinkedHashSet<>(assigned(branch));
      exported.removeIf(variable -> !after.get(variableUses.number(variable)));
      RaceLowering.writeCause(state.winners().get(i), exported);
      exported.stream()
          .filter(taken::add)
          .forEach(variable -> exit.assign(variable, RaceLowering.readCause(variable)));
      visit(branch);
    }
  }

  /** What a branch reads from outside. */
  private BitSet free(LexicalScope branch) {
    BitSet free = new BitSet();
    if (branch.entry() != null) {
      free.or(before.getOrDefault(branch.entry(), new BitSet()));
    }
    assigned(branch).forEach(variable -> free.clear(variableUses.number(variable)));
    return branch.isDistributed() ? new BitSet() : free;
  }

  /** The variables that a scope might assign, its inner scopes included. */
  private Set<String> assigned(LexicalScope scope) {
    Set<String> known = assigned.get(scope);
    if (known != null) {
      return known;
    }
    Set<String> all = new LinkedHashSet<>();
    for (AslState state : scope.states().reversed()) {
      state.exits().forEach(exit -> all.addAll(variables(exit.assignments())));
      state.branches().stream()
          .filter(branch -> !branch.isDistributed())
          .forEach(branch -> all.addAll(assigned(branch)));
    }
    assigned.put(scope, all);
    return all;
  }

  private static List<String> variables(List<Assignment> assignments) {
    return assignments.stream().map(Assignment::variable).toList();
  }

  /** What a scope's end gives. */
  Set<String> results(LexicalScope scope) {
    return results.getOrDefault(scope, Set.of());
  }

  /** Whether a variable is read in a state or after it. */
  boolean live(AslState state, String variable) {
    return before.getOrDefault(state, new BitSet()).get(variableUses.number(variable));
  }

  /** What is read in a state or after it, by number. */
  BitSet before(AslState state) {
    return before.getOrDefault(state, new BitSet());
  }
}
