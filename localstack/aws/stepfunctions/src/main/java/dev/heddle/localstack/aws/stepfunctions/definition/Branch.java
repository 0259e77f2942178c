package dev.heddle.localstack.aws.stepfunctions.definition;

import java.util.Map;

/** A set of states with a start: the machine's own, one of a Parallel state, or a Map's. */
public record Branch(String startAt, Map<String, StateDefinition> states) {

  /** Whether a state of that name is in it, however deep. */
  public boolean holds(String name) {
    return states.containsKey(name)
        || states.values().stream()
            .flatMap(state -> state.branches().stream())
            .anyMatch(inner -> inner.holds(name));
  }

  /** The state of that name; every name reached by a checked transition is there. */
  public StateDefinition state(String name) {
    StateDefinition state = states.get(name);
    if (state == null) {
      throw new IllegalStateException("There is no state '" + name + "' beside " + startAt);
    }
    return state;
  }
}
