package dev.heddle.localstack.aws.stepfunctions.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole state machine.
 *
 * @param timeoutSeconds how long a run may take; null for the service's own limit
 */
public record MachineDefinition(Branch top, @Nullable Long timeoutSeconds) {

  /** The machine that the children of a distributed Map run. */
  public MachineDefinition mapProcessor(String map) {
    return new MachineDefinition(processor(top, map).orElseThrow(() -> missing(map)), null);
  }

  private static Optional<Branch> processor(Branch branch, String map) {
    if (branch.states().get(map) instanceof StateDefinition.MapState each) {
      return Optional.of(each.processor());
    }
    return branch.states().values().stream()
        .flatMap(state -> state.branches().stream())
        .flatMap(inner -> processor(inner, map).stream())
        .findFirst();
  }

  /** The branch that holds a state, however deep, starting at that state. */
  public Optional<Branch> branchOf(String state) {
    return branchOf(top, state);
  }

  private static Optional<Branch> branchOf(Branch branch, String name) {
    if (branch.states().containsKey(name)) {
      return Optional.of(new Branch(name, branch.states()));
    }
    return branch.states().values().stream()
        .flatMap(state -> state.branches().stream())
        .flatMap(inner -> branchOf(inner, name).stream())
        .findFirst();
  }

  private static IllegalStateException missing(String map) {
    return new IllegalStateException("There is no Map state '" + map + "'");
  }
}
