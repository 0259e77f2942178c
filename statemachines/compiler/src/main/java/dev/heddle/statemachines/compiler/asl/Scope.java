package dev.heddle.statemachines.compiler.asl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where variables live: the machine, a branch of a Parallel, an iteration of a Map. */
final class Scope {
  private static final String INPUT = "$states.context.Execution.Input";
  private final @Nullable Scope outer;
  private final @Nullable Outcome outcome;
  private final @Nullable String input;
  private final List<State> states = new ArrayList<>();
  private @Nullable State entry;

  private Scope(@Nullable Scope outer, @Nullable Outcome outcome, @Nullable String input) {
    this.outer = outer;
    this.outcome = outcome;
    this.input = input;
  }

  /** The machine itself. */
  static Scope machine(Outcome outcome) {
    return new Scope(null, outcome, INPUT);
  }

  /** A branch that gives what is read of it later. */
  static Scope branch(Scope outer) {
    return new Scope(outer, null, null);
  }

  /** A branch or an iteration that gives a value of its own. */
  static Scope giving(Scope outer, Outcome outcome) {
    return new Scope(outer, outcome, null);
  }

  /** Iterations in executions of their own, which read nothing from outside. */
  static Scope apart(Scope outer, Outcome outcome, boolean batched) {
    return new Scope(outer, outcome, batched ? INPUT + ".BatchInput" : INPUT);
  }

  /** Adds a state, after all those that it leads to. */
  State add(State state) {
    states.add(state);
    return state;
  }

  void enter(@Nullable State entry) {
    this.entry = entry;
  }

  @Nullable State entry() {
    return entry;
  }

  /** The scope whose variables it reads too; null for the machine. */
  @Nullable Scope outer() {
    return outer;
  }

  /** What it gives; null if that is what is read of it later. */
  @Nullable Outcome outcome() {
    return outcome;
  }

  /** Whether variables of scopes around it can't be read. */
  boolean isApart() {
    return outer != null && input != null;
  }

  /** Where the fields that a run was started with are read from. */
  String input() {
    if (input != null) {
      return input;
    }
    return outer == null ? INPUT : outer.input();
  }

  /** The states, each after all those that it leads to, but for a loop's way back. */
  List<State> states() {
    return states;
  }
}
