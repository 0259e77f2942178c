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
 * Finds from front to back which variables are assigned on every way to a state. Where ways meet
 * and only some assign what is read later, the others assign null: the node is dead there.
 */
final class Definite {

  /** A way to a state, and what is assigned by then. */
  private record Way(Exit exit, BitSet assigned) {}

  private final Reads reads;
  private final Liveness liveness;
  private final Map<State, BitSet> before = new HashMap<>();
  private final Map<Scope, BitSet> around = new HashMap<>();
  private final Map<Scope, List<State>> reached = new LinkedHashMap<>();

  Definite(Reads reads, Liveness liveness) {
    this.reads = reads;
    this.liveness = liveness;
  }

  /** Works through a scope and those inside it. */
  void visit(Scope scope) {
    List<State> states = reachable(scope);
    reached.put(scope, states);
    Map<State, List<Way>> ways = new HashMap<>();
    for (State state : states) {
      BitSet assigned = meet(state, ways.getOrDefault(state, List.of()));
      before.put(state, assigned);
      for (Exit exit : state.exits()) {
        leave(exit, assigned, ways);
      }
      for (Scope branch : state.branches()) {
        around.put(branch, assigned);
        visit(branch);
      }
    }
  }

  private static List<State> reachable(Scope scope) {
    Set<State> seen = new HashSet<>();
    Deque<State> open = new ArrayDeque<>();
    if (scope.entry() != null) {
      open.push(scope.entry());
    }
    while (!open.isEmpty()) {
      State state = open.pop();
      if (seen.add(state)) {
        state.exits().stream()
            .map(Exit::target)
            .filter(target -> target != null)
            .forEach(open::push);
      }
    }
    return scope.states().reversed().stream().filter(seen::contains).toList();
  }

  private BitSet meet(State state, List<Way> ways) {
    BitSet any = new BitSet();
    ways.forEach(way -> any.or(way.assigned()));
    any.and(liveness.before(state));
    for (Way way : ways) {
      BitSet missing = (BitSet) any.clone();
      missing.andNot(way.assigned());
      missing.stream()
          .forEach(
              number ->
                  way.exit()
                      .assign(reads.name(number), PureStates.literal(NullNode.getInstance())));
    }
    return any;
  }

  private void leave(Exit exit, BitSet assigned, Map<State, List<Way>> ways) {
    BitSet after = (BitSet) assigned.clone();
    exit.assignments().forEach(set -> after.set(reads.number(set.variable())));
    if (exit.target() != null) {
      ways.computeIfAbsent(exit.target(), _ -> new ArrayList<>()).add(new Way(exit, after));
    }
  }

  /** The scopes, each before those inside it. */
  Set<Scope> scopes() {
    return Collections.unmodifiableSet(reached.keySet());
  }

  /** The states of a scope that may run, in the order they may. */
  List<State> states(Scope scope) {
    return reached.getOrDefault(scope, List.of());
  }

  /** All states that may run. */
  List<State> reached() {
    return reached.values().stream().flatMap(List::stream).toList();
  }

  /** Whether a variable of this scope has a value when a state is entered. */
  boolean assigned(State state, String variable) {
    BitSet assigned = before.get(state);
    return assigned != null && assigned.get(reads.number(variable));
  }

  /** Whether a variable of the scope around a branch has a value in the branch. */
  boolean assignedAround(Scope branch, String variable) {
    BitSet assigned = around.get(branch);
    return assigned != null && assigned.get(reads.number(variable));
  }

  /** What is assigned in a scope itself, by ways that stay in it or are shown. */
  Set<String> variables(Scope scope) {
    Set<String> variables = new LinkedHashSet<>();
    for (State state : reached.getOrDefault(scope, List.of())) {
      for (Exit exit : state.exits()) {
        exit.assignments().stream()
            .filter(set -> set.always() || !Ends.inPlace(exit))
            .forEach(set -> variables.add(set.variable()));
      }
    }
    return variables;
  }
}
