package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Outcome.Ran;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.Value;
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
  private final Scope scope;
  private final Map<JsonNode, String> ends = new LinkedHashMap<>();

  ScopeWriter(MachineWriter machine, Scope scope) {
    this.machine = machine;
    this.scope = scope;
  }

  MachineWriter machine() {
    return machine;
  }

  /** The scope as {@code StartAt} and {@code States}, its ends last. */
  ObjectNode write() {
    ObjectNode states = JSON.objectNode();
    for (State state : machine.states(scope)) {
      states.set(machine.names().of(state), new StateWriter(this, state).write());
    }
    State entry = scope.entry();
    String start = entry == null ? nothing() : machine.names().of(entry);
    ends.forEach((output, name) -> states.set(name, succeed(output)));
    return JSON.objectNode().put("StartAt", start).set("States", states);
  }

  /** A machine in which nothing is to be done. */
  private String nothing() {
    return end(new State("Succeed", "End"), Exit.next(null));
  }

  private static ObjectNode succeed(JsonNode output) {
    return JSON.objectNode().put("Type", "Succeed").set("Output", output);
  }

  /** A state that ends the scope; one for all ways that end it with the same output. */
  String end(State state, Exit exit) {
    Rendering after = new Rendering(read -> machine.resolver().after(scope, state, exit, read));
    return ends.computeIfAbsent(after.json(result(state, exit)), _ -> machine.names().fresh("End"));
  }

  /** How values read names when a state is entered. */
  Rendering at(State state) {
    return new Rendering(read -> machine.resolver().at(scope, state, read));
  }

  /** What a variable is called here. */
  String name(String variable) {
    return machine.instances().name(scope, variable);
  }

  /** What the scope gives if it ends by this way. */
  Value result(State state, Exit exit) {
    Outcome outcome = scope.outcome();
    if (outcome != null) {
      return outcome.value(step -> ran(state, exit, step));
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    machine.results(scope).forEach(variable -> fields.put(variable, Names.read(variable)));
    return new Value.Fields(fields);
  }

  /** The port of a step that ran isn't null. */
  private Ran ran(State state, Exit exit, Step step) {
    Optional<Value> here =
        exit.assignments().stream()
            .filter(set -> set.variable().equals(Names.port(step)))
            .map(Exit.Assignment::value)
            .findFirst();
    if (here.isPresent()) {
      return here.get() instanceof Value.Literal port ? known(port) : Ran.PERHAPS;
    }
    return machine.definite().assigned(state, Names.port(step)) ? Ran.PERHAPS : Ran.NO;
  }

  private static Ran known(Value.Literal port) {
    return port.json().isNull() ? Ran.NO : Ran.YES;
  }

  /** The states inside a state, as its branches. */
  List<ObjectNode> branches(State state) {
    return state.branches().stream()
        .map(branch -> new ScopeWriter(machine, branch).write())
        .toList();
  }
}
