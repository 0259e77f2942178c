package dev.heddle.statemachines.compiler.asl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.NullNode;

/**
 * Definite assignment, a forward data-flow analysis: finds from front to back which variables are
 * assigned on every way to a state. Where ways meet and only some assign what is read later, the
 * others assign null: the node is dead there.
 */
final class DefiniteAssignment {

  /** A way to a state, and what is assigned by then. */
  private record IncomingEdge(StateTransition exit, BitSet assigned) {}

  private final VariableUses variableUses;
  private final Liveness liveness;
  private final Map<AslState, BitSet> before = new HashMap<>();
  private final Map<LexicalScope, BitSet> around = new HashMap<>();
  private final Map<LexicalScope, List<AslState>> reached = new LinkedHashMap<>();

  DefiniteAssignment(VariableUses variableUses, Liveness liveness) {
    this.variableUses = variableUses;
    this.liveness = liveness;
  }

  /** Works through a scope and those inside it. */
  void visit(LexicalScope scope) {
    List<AslState> states = reachable(scope);
    reached.put(scope, states);
    Map<AslState, List<IncomingEdge>> incoming = new HashMap<>();
    for (AslState state : states) {
      BitSet assigned = meet(state, incoming.getOrDefault(state, List.of()));
      before.put(state, assigned);
      for (StateTransition exit : state.exits()) {
        leave(exit, assigned, incoming);
      }
      for (LexicalScope branch : state.branches()) {
        around.put(branch, assigned);
        visit(branch);
      }
    }
  }

  private static List<AslState> reachable(LexicalScope scope) {
    Set<AslState> seen = new HashSet<>();
    Deque<AslState> open = new ArrayDeque<>();
    if (scope.entry() != null) {
      open.push(scope.entry());
    }
    while (!open.isEmpty()) {
      AslState state = open.pop();
      if (seen.add(state)) {
        state.exits().stream()
            .map(StateTransition::target)
            .filter(target -> target != null)
            .forEach(open::push);
      }
    }
    return scope.states().reversed().stream().filter(seen::contains).toList();
  }

  private BitSet meet(AslState state, List<IncomingEdge> incoming) {
    BitSet any = new BitSet();
    incoming.forEach(edge -> any.or(edge.assigned()));
    any.and(liveness.before(state));
    for (IncomingEdge edge : incoming) {
      BitSet missing = (BitSet) any.clone();
      missing.andNot(edge.assigned());
      missing.stream()
          .forEach(
              number ->
                  edge.exit()
                      .assign(
                          variableUses.name(number), PureStates.literal(NullNode.getInstance())));
    }
    return any;
  }

  private void leave(
      StateTransition exit, BitSet assigned, Map<AslState, List<IncomingEdge>> incoming) {
    BitSet after = (BitSet) assigned.clone();
    exit.assignments().forEach(set -> after.set(variableUses.number(set.variable())));
    if (exit.target() != null) {
      incoming
          .computeIfAbsent(exit.target(), _ -> new ArrayList<>())
          .add(new IncomingEdge(exit, after));
    }
  }

  /** The scopes, each before those inside it. */
  Set<LexicalScope> scopes() {
    return Collections.unmodifiableSet(reached.keySet());
  }

  /** The states of a scope that may run, in the order they may. */
  List<AslState> states(LexicalScope scope) {
    return reached.getOrDefault(scope, List.of());
  }

  /** All states that may run. */
  List<AslState> reached() {
    return reached.values().stream().flatMap(List::stream).toList();
  }

  /** Whether a variable of this scope has a value when a state is entered. */
  boolean assigned(AslState state, String variable) {
    BitSet assigned = before.get(state);
    return assigned != null && assigned.get(variableUses.number(variable));
  }

  /** Whether a variable of the scope around a branch has a value in the branch. */
  boolean assignedAround(LexicalScope branch, String variable) {
    BitSet assigned = around.get(branch);
    return assigned != null && assigned.get(variableUses.number(variable));
  }

  /** What is assigned in a scope itself, by ways that stay in it or are shown. */
  Set<String> variables(LexicalScope scope) {
    Set<String> variables = new LinkedHashSet<>();
    for (AslState state : reached.getOrDefault(scope, List.of())) {
      for (StateTransition exit : state.exits()) {
        exit.assignments().stream()
            .filter(set -> set.always() || !TerminalOutput.inPlace(exit))
            .forEach(set -> variables.add(set.variable()));
      }
    }
    return variables;
  }
}
