package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.ScopeOutput.HasRun;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the states of one scope, and of those inside it. */
final class ScopeWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final MachineWriter machine;
  private final LexicalScope scope;
  private final Map<JsonNode, String> ends = new LinkedHashMap<>();

  ScopeWriter(MachineWriter machine, LexicalScope scope) {
    this.machine = machine;
    this.scope = scope;
  }

  MachineWriter machine() {
    return machine;
  }

  /** The scope as {@code StartAt} and {@code States}, its ends last. */
  ObjectNode write() {
    ObjectNode states = JSON.objectNode();
    for (AslState state : machine.states(scope)) {
      states.set(machine.names().of(state), new StateWriter(this, state).write());
    }
    AslState entry = scope.entry();
    String start = entry == null ? nothing() : machine.names().of(entry);
    ends.forEach((output, name) -> states.set(name, succeed(output)));
    return JSON.objectNode().put("StartAt", start).set("States", states);
  }

  /** A machine in which nothing is to be done. */
  private String nothing() {
    return end(new AslState("Succeed", "End"), StateTransition.next(null));
  }

  private static ObjectNode succeed(JsonNode output) {
    return JSON.objectNode().put("Type", "Succeed").set("Output", output);
  }

  /** A state that ends the scope; one for all ways that end it with the same output. */
  String end(AslState state, StateTransition exit) {
    DynamicValueWriter after =
        new DynamicValueWriter(read -> machine.resolver().after(scope, state, exit, read));
    return ends.computeIfAbsent(after.json(result(state, exit)), _ -> machine.names().fresh("End"));
  }

  /** How values read names when a state is entered. */
  DynamicValueWriter at(AslState state) {
    return new DynamicValueWriter(read -> machine.resolver().at(scope, state, read));
  }

  /** What a variable is called here. */
  String name(String variable) {
    return machine.instances().name(scope, variable);
  }

  /** What the scope gives if it ends by this way. */
  DynamicValue result(AslState state, StateTransition exit) {
    ScopeOutput outcome = scope.outcome();
    if (outcome != null) {
      return outcome.value(step -> ran(state, exit, step));
    }
    Map<String, DynamicValue> fields = new LinkedHashMap<>();
    machine.results(scope).forEach(variable -> fields.put(variable, VariableNames.read(variable)));
    return new DynamicValue.Fields(fields);
  }

  /** The port of a step that ran isn't null. */
  private HasRun ran(AslState state, StateTransition exit, DrawingStep step) {
    Optional<DynamicValue> here =
        exit.assignments().stream()
            .filter(set -> set.variable().equals(VariableNames.port(step)))
            .map(StateTransition.Assignment::value)
            .findFirst();
    if (here.isPresent()) {
      return here.get() instanceof DynamicValue.Literal port ? known(port) : HasRun.PERHAPS;
    }
    return machine.definite().assigned(state, VariableNames.port(step))
        ? HasRun.PERHAPS
        : HasRun.NO;
  }

  private static HasRun known(DynamicValue.Literal port) {
    return port.json().isNull() ? HasRun.NO : HasRun.YES;
  }

  /** The states inside a state, as its branches. */
  List<ObjectNode> branches(AslState state) {
    return state.branches().stream()
        .map(branch -> new ScopeWriter(machine, branch).write())
        .toList();
  }
}
