package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Step;
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
  private final Scope machine;
  private final Liveness liveness;
  private final Definite definite;
  private final Instances instances;
  private final Resolver resolver;
  private final StateNames names;

  MachineWriter(Drawing drawing, Scope machine) {
    this.drawing = drawing;
    this.machine = machine;
    Reads reads = new Reads();
    this.liveness = new Liveness(reads);
    liveness.visit(machine);
    this.definite = new Definite(reads, liveness);
    definite.visit(machine);
    Set<String> ids = new HashSet<>(drawing.all().stream().map(Step::id).toList());
    this.instances = new Instances(definite, ids);
    this.resolver = new Resolver(drawing, definite, instances);
    this.names = new StateNames(definite.reached());
  }

  Emitted write(String comment, @Nullable Integer timeoutSeconds) {
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    definition.put("Comment", comment).put("QueryLanguage", "JSONata");
    if (timeoutSeconds != null) {
      definition.put("TimeoutSeconds", timeoutSeconds);
    }
    definition.setAll(new ScopeWriter(this, machine).write());
    Map<String, String> nodes = new LinkedHashMap<>();
    Map<String, Boolean> running = new LinkedHashMap<>();
    for (State state : definite.reached()) {
      if (state.step() != null) {
        nodes.put(names.of(state), state.step().id());
        running.put(names.of(state), state.runs());
      }
    }
    return new Emitted(definition, nodes, running, origins(false), origins(true));
  }

  private Map<String, String> origins(boolean ports) {
    Map<String, String> origins = new LinkedHashMap<>();
    instances
        .origins()
        .forEach(
            (name, variable) -> {
              if (ports && Names.isPort(variable)) {
                origins.put(name, Names.node(variable));
              } else if (!ports && Names.isOutput(variable)) {
                origins.put(name, variable);
              }
            });
    return origins;
  }

  Drawing drawing() {
    return drawing;
  }

  Definite definite() {
    return definite;
  }

  Instances instances() {
    return instances;
  }

  Resolver resolver() {
    return resolver;
  }

  StateNames names() {
    return names;
  }

  List<State> states(Scope scope) {
    return definite.states(scope);
  }

  Set<String> results(Scope scope) {
    return liveness.results(scope);
  }
}
