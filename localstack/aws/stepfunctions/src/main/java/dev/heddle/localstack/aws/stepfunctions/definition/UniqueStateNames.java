package dev.heddle.localstack.aws.stepfunctions.definition;

import java.util.HashSet;
import java.util.Set;

/** The names of all states of a machine, each to be used once. */
final class UniqueStateNames {
  private static final int LENGTH = 80;

  private final Set<String> taken = new HashSet<>();

  void take(DefinitionObject states, String name) {
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LENGTH) {
      states.problem("State name must have 1 to " + LENGTH + " characters", name);
    }
    if (!taken.add(name)) {
      states.problem("DUPLICATE_STATE_NAME", "Duplicate State name: " + name, name);
    }
  }
}
