package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a machine: which variables live where is settled first. */
final class MachineWriter {
  private final Drawing drawing;
  private final LexicalScope machine;
  private final Liveness liveness;
  private final DefiniteAssignment definiteAssignment;
  private final AlphaRenaming alphaRenaming;
  private final VariableResolver resolver;
  private final StateNames names;

  MachineWriter(Drawing drawing, LexicalScope machine) {
    this.drawing = drawing;
    this.machine = machine;
    VariableUses variableUses = new VariableUses();
    this.liveness = new Liveness(variableUses);
    liveness.visit(machine);
    this.definiteAssignment = new DefiniteAssignment(variableUses, liveness);
    definiteAssignment.visit(machine);
    Set<String> ids = new HashSet<>(drawing.all().stream().map(DrawingStep::id).toList());
    this.alphaRenaming = new AlphaRenaming(definiteAssignment, ids);
    this.resolver = new VariableResolver(drawing, definiteAssignment, alphaRenaming);
    this.names = new StateNames(definiteAssignment.reached());
  }

  GeneratedMachine write(String comment, @Nullable Integer timeoutSeconds) {
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    definition.put("Comment", comment).put("QueryLanguage", "JSONata");
    if (timeoutSeconds != null) {
      definition.put("TimeoutSeconds", timeoutSeconds);
    }
    definition.setAll(new ScopeWriter(this, machine).write());
    Map<String, String> nodes = new LinkedHashMap<>();
    Map<String, Boolean> running = new LinkedHashMap<>();
    for (AslState state : definiteAssignment.reached()) {
      if (state.step() != null) {
        nodes.put(names.of(state), state.step().id());
        running.put(names.of(state), state.runs());
      }
    }
    return new GeneratedMachine(definition, nodes, running, origins(false), origins(true));
  }

  private Map<String, String> origins(boolean ports) {
    Map<String, String> origins = new LinkedHashMap<>();
    alphaRenaming
        .origins()
        .forEach(
            (name, variable) -> {
              if (ports && VariableNames.isPort(variable)) {
                origins.put(name, VariableNames.node(variable));
              } else if (!ports && VariableNames.isOutput(variable)) {
                origins.put(name, variable);
              }
            });
    return origins;
  }

  Drawing drawing() {
    return drawing;
  }

  DefiniteAssignment definite() {
    return definiteAssignment;
  }

  AlphaRenaming instances() {
    return alphaRenaming;
  }

  VariableResolver resolver() {
    return resolver;
  }

  StateNames names() {
    return names;
  }

  List<AslState> states(LexicalScope scope) {
    return definiteAssignment.states(scope);
  }

  Set<String> results(LexicalScope scope) {
    return liveness.results(scope);
  }
}
