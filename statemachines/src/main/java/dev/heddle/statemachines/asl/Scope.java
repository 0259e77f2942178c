package dev.heddle.statemachines.asl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where variables live: the machine, or a branch of a Parallel. */
final class Scope {
  private final @Nullable Scope outer;
  private final List<State> states = new ArrayList<>();
  private @Nullable State entry;

  Scope(@Nullable Scope outer) {
    this.outer = outer;
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

  @Nullable Scope outer() {
    return outer;
  }

  /** The states, each after all those that it leads to. */
  List<State> states() {
    return states;
  }
}
