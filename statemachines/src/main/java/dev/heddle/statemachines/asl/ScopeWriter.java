package dev.heddle.statemachines.asl;

import dev.heddle.statemachines.asl.Exit.When;
import dev.heddle.statemachines.asl.RunOutput.Ran;
import dev.heddle.statemachines.drawing.Step;
import dev.heddle.statemachines.expression.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the states of one scope, and of those inside it. */
final class ScopeWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final MachineWriter machine;
  private final Scope scope;
  private final ObjectNode states = JSON.objectNode();
  private final Map<String, String> ends = new HashMap<>();

  ScopeWriter(MachineWriter machine, Scope scope) {
    this.machine = machine;
    this.scope = scope;
  }

  /** The scope as {@code StartAt} and {@code States}. */
  ObjectNode write() {
    ObjectNode written = JSON.objectNode();
    State entry = scope.entry();
    if (entry == null) {
      State nothing = new State("Succeed", "End");
      written.put("StartAt", end(nothing, Exit.next(null)));
    } else {
      written.put("StartAt", machine.names().of(entry));
    }
    machine.states(scope).forEach(this::write);
    written.set("States", inOrder());
    return written;
  }

  /** The ends last. */
  private ObjectNode inOrder() {
    ObjectNode ordered = JSON.objectNode();
    states.properties().stream()
        .filter(state -> !ends.containsValue(state.getKey()))
        .forEach(state -> ordered.set(state.getKey(), state.getValue()));
    ends.values().stream().sorted().forEach(end -> ordered.set(end, states.get(end)));
    return ordered;
  }

  private void write(State state) {
    ObjectNode json = JSON.objectNode().put("Type", state.type());
    if (state.step() != null) {
      json.put("Comment", state.step().id());
    }
    Rendering rendering = new Rendering(read -> machine.resolver().at(scope, state, read));
    JsonNode retry = null;
    for (Map.Entry<String, Value> field : state.fields().entrySet()) {
      json.set(field.getKey(), rendering.json(field.getValue()));
    }
    branches(state, json);
    retry = json.remove("Retry");
    String name = machine.names().of(state);
    states.set(name, json);
    if (!state.type().equals("Choice") && !state.type().equals("Fail")) {
      json.set("Output", JSON.objectNode());
    }
    JsonNode kept = retry;
    state.exits().forEach(exit -> leave(state, exit, rendering, json, kept));
  }

  private void branches(State state, ObjectNode json) {
    if (!state.branches().isEmpty()) {
      ArrayNode branches = json.putArray("Branches");
      state.branches().forEach(branch -> branches.add(new ScopeWriter(machine, branch).write()));
    }
  }

  private void leave(
      State state,
      Exit exit,
      Rendering rendering,
      ObjectNode json,
      @org.jspecify.annotations.Nullable JsonNode retry) {
    switch (exit.when()) {
      case When.Next _ -> {
        next(state, exit, rendering, json);
        if (retry != null) {
          json.set("Retry", retry);
        }
      }
      case When.Rule rule -> {
        ObjectNode choice = array(json, "Choices").addObject();
        choice.set("Condition", rendering.json(rule.condition()));
        assign(exit, rendering, choice, true);
        choice.put("Next", target(state, exit));
      }
      case When.Default _ -> {
        assign(exit, rendering, json, true);
        json.put("Default", target(state, exit));
      }
      case When.Caught caught -> {
        ObjectNode catcher = array(json, "Catch").addObject();
        caught.errors().forEach(catcher.putArray("ErrorEquals")::add);
        catcher.set("Output", JSON.objectNode());
        assign(exit, rendering, catcher, true);
        catcher.put("Next", target(state, exit));
      }
    }
  }

  private static ArrayNode array(ObjectNode json, String field) {
    return json.get(field) instanceof ArrayNode array ? array : json.putArray(field);
  }

  private void next(State state, Exit exit, Rendering rendering, ObjectNode json) {
    if (Ends.inPlace(exit)) {
      Value output = Ends.substitute(result(state, exit), exit);
      json.set("Output", rendering.json(output));
      assign(exit, rendering, json, false);
      json.put("End", true);
    } else {
      assign(exit, rendering, json, true);
      json.put("Next", target(state, exit));
    }
  }

  private void assign(Exit exit, Rendering rendering, ObjectNode json, boolean all) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Exit.Assignment set : exit.assignments()) {
      if (all || set.always()) {
        String name = machine.instances().name(scope, set.variable());
        values.put(name, rendering.json(set.value()));
      }
    }
    if (!values.isEmpty()) {
      json.putObject("Assign").setAll(values);
    }
  }

  private String target(State state, Exit exit) {
    return exit.target() == null ? end(state, exit) : machine.names().of(exit.target());
  }

  /** A state that ends the scope; one for all ways that end it with the same output. */
  private String end(State state, Exit exit) {
    Rendering after = new Rendering(read -> machine.resolver().after(scope, state, exit, read));
    JsonNode output = after.json(result(state, exit));
    return ends.computeIfAbsent(
        output.toString(),
        _ -> {
          String name = machine.names().fresh("End");
          states.set(name, JSON.objectNode().put("Type", "Succeed").set("Output", output));
          return name;
        });
  }

  /** What the scope gives if it ends by this way. */
  private Value result(State state, Exit exit) {
    if (scope.outer() == null) {
      return machine.output().value(step -> ran(state, exit, step));
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    machine.results(scope).forEach(variable -> fields.put(variable, Names.read(variable)));
    return new Value.Fields(fields);
  }

  private Ran ran(State state, Exit exit, Step step) {
    List<String> assigned =
        exit.assignments().stream()
            .filter(set -> !isNull(set.value()))
            .map(Exit.Assignment::variable)
            .toList();
    boolean here =
        exit.assignments().stream().anyMatch(set -> set.variable().equals(Names.port(step)));
    if (here && assigned.contains(Names.port(step))) {
      return known(exit, step) ? Ran.YES : Ran.PERHAPS;
    }
    return !here && machine.definite().assigned(state, Names.port(step)) ? Ran.PERHAPS : Ran.NO;
  }

  /** Whether the port assigned is a constant rather than what a branch or a function says. */
  private static boolean known(Exit exit, Step step) {
    return exit.assignments().stream()
        .filter(set -> set.variable().equals(Names.port(step)))
        .allMatch(set -> set.value() instanceof Value.Literal);
  }

  private static boolean isNull(Value value) {
    return value instanceof Value.Literal literal && literal.json().isNull();
  }
}
