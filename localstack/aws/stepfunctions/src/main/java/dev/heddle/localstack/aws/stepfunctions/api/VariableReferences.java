package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.definition.Branch;
import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** The variables that each state of a machine reads. */
public final class VariableReferences {
  private final Set<String> assigned = new HashSet<>();
  private final TreeMap<String, Set<String>> read = new TreeMap<>();

  private VariableReferences() {}

  /** Adds the field {@code variableReferences}. */
  public static void add(ObjectNode shown, MachineDefinition machine) {
    VariableReferences references = new VariableReferences();
    references.collect(machine.top());
    ObjectNode all = shown.putObject("variableReferences");
    references.read.forEach(
        (state, names) -> {
          names.retainAll(references.assigned);
          if (!names.isEmpty()) {
            var list = all.putArray(state);
            names.forEach(list::add);
          }
        });
  }

  private void collect(Branch branch) {
    for (StateDefinition state : branch.states().values()) {
      read.put(state.name(), new TreeSet<>(state.references()));
      assigned.addAll(state.assigned());
      state.branches().forEach(this::collect);
    }
  }
}
