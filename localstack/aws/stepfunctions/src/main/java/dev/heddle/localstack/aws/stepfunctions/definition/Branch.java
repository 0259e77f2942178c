package dev.heddle.localstack.aws.stepfunctions.definition;

import java.util.Map;

/** A set of states with a start: the machine's own, one of a Parallel state, or a Map's. */
public record Branch(String startAt, Map<String, State> states) {

  /** The state of that name; every name reached by a checked transition is there. */
  public State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalStateException("There is no state '" + name + "' beside " + startAt);
    }
    return state;
  }
}
