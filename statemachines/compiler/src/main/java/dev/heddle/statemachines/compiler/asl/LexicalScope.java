package dev.heddle.statemachines.compiler.asl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where variables live: the machine, a branch of a Parallel, an iteration of a Map. */
final class LexicalScope {
  private static final String INPUT = "$states.context.Execution.Input";
  private final @Nullable LexicalScope outer;
  private final @Nullable ScopeOutput outcome;
  private final @Nullable String input;
  private final List<AslState> states = new ArrayList<>();
  private @Nullable AslState entry;

  private LexicalScope(
      @Nullable LexicalScope outer, @Nullable ScopeOutput outcome, @Nullable String input) {
    this.outer = outer;
    this.outcome = outcome;
    this.input = input;
  }

  /** The machine itself. */
  static LexicalScope machine(ScopeOutput outcome) {
    return new LexicalScope(null, outcome, INPUT);
  }

  /** A branch that gives what is read of it later. */
  static LexicalScope branch(LexicalScope outer) {
    return new LexicalScope(outer, null, null);
  }

  /** A branch or an iteration that gives a value of its own. */
  static LexicalScope giving(LexicalScope outer, ScopeOutput outcome) {
    return new LexicalScope(outer, outcome, null);
  }

  /** Iterations in executions of their own, which read nothing from outside. */
  static LexicalScope distributed(LexicalScope outer, ScopeOutput outcome, boolean batched) {
    return new LexicalScope(outer, outcome, batched ? INPUT + ".BatchInput" : INPUT);
  }

  /** Adds a state, after all those that it leads to. */
  AslState add(AslState state) {
    states.add(state);
    return state;
  }

  void enter(@Nullable AslState entry) {
    this.entry = entry;
  }

  @Nullable AslState entry() {
    return entry;
  }

  /** The scope whose variables it reads too; null for the machine. */
  @Nullable LexicalScope outer() {
    return outer;
  }

  /** What it gives; null if that is what is read of it later. */
  @Nullable ScopeOutput outcome() {
    return outcome;
  }

  /** Whether variables of scopes around it can't be read. */
  boolean isDistributed() {
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
  List<AslState> states() {
    return states;
  }
}
