package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.Assignment;
import dev.heddle.statemachines.compiler.asl.StateTransition.When;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes one state. */
final class StateWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The order in which people read a state. */
  private static final List<String> ORDER =
      List.of(
          "Type",
          "Comment",
          "Resource",
          "Seconds",
          "Timestamp",
          "Error",
          "Cause",
          "Arguments",
          "Items",
          "MaxConcurrency",
          "Label",
          "ItemSelector",
          "ItemBatcher",
          "ItemProcessor",
          "Branches",
          "Choices",
          "Output",
          "Assign",
          "TimeoutSeconds",
          "Retry",
          "Catch",
          "Default",
          "Next",
          "End");

  private static final Set<String> WITHOUT_OUTPUT = Set.of("Choice", "Fail");
  private final ScopeWriter scope;
  private final AslState state;
  private final DynamicValueWriter dynamicValueWriter;
  private final ObjectNode json = JSON.objectNode();

  StateWriter(ScopeWriter scope, AslState state) {
    this.scope = scope;
    this.state = state;
    this.dynamicValueWriter = scope.at(state);
  }

  ObjectNode write() {
    json.put("Type", state.type());
    if (state.step() != null) {
      json.put("Comment", state.step().id());
    }
    state.fields().forEach((name, value) -> json.set(name, dynamicValueWriter.json(value)));
    if (state.type().equals("Map")) {
      json.set("ItemProcessor", processor(state.branches().getFirst()));
    } else if (!state.branches().isEmpty()) {
      json.putArray("Branches").addAll(scope.branches(state));
    }
    if (!WITHOUT_OUTPUT.contains(state.type())) {
      json.putObject("Output");
    }
    state.exits().forEach(this::leave);
    return ordered();
  }

  private ObjectNode processor(LexicalScope iteration) {
    ObjectNode config =
        JSON.objectNode().put("Mode", iteration.isDistributed() ? "DISTRIBUTED" : "INLINE");
    if (iteration.isDistributed()) {
      config.put("ExecutionType", "STANDARD");
    }
    ObjectNode processor = JSON.objectNode();
    processor.set("ProcessorConfig", config);
    return processor.setAll(scope.branches(state).getFirst());
  }

  private ObjectNode ordered() {
    ObjectNode ordered = JSON.objectNode();
    for (String field : ORDER) {
      if (json.has(field)) {
        ordered.set(field, json.get(field));
      }
    }
    return ordered;
  }

  private void leave(StateTransition exit) {
    switch (exit.when()) {
      case When.Next _ -> next(exit);
      case When.Rule rule -> {
        ObjectNode choice = array("Choices").addObject();
        choice.set("Condition", dynamicValueWriter.json(rule.condition()));
        assign(exit, choice, true);
        choice.put("Next", target(exit));
      }
      case When.Default _ -> {
        assign(exit, json, true);
        json.put("Default", target(exit));
      }
      case When.Catch caught -> {
        ObjectNode catcher = array("Catch").addObject();
        caught.errors().forEach(catcher.putArray("ErrorEquals")::add);
        catcher.putObject("Output");
        assign(exit, catcher, true);
        catcher.put("Next", target(exit));
      }
    }
  }

  private ArrayNode array(String field) {
    return json.get(field) instanceof ArrayNode array ? array : json.putArray(field);
  }

  private void next(StateTransition exit) {
    if (TerminalOutput.inPlace(exit)) {
      json.set(
          "Output",
          dynamicValueWriter.json(TerminalOutput.substitute(scope.result(state, exit), exit)));
      assign(exit, json, false);
      json.put("End", true);
    } else {
      assign(exit, json, true);
      json.put("Next", target(exit));
    }
  }

  /** Variables that nobody can read any more are assigned only to be shown. */
  private void assign(StateTransition exit, ObjectNode into, boolean all) {
    ObjectNode values = JSON.objectNode();
    for (Assignment set : exit.assignments()) {
      if (all || set.always()) {
        values.set(scope.name(set.variable()), dynamicValueWriter.json(set.value()));
      }
    }
    if (!values.isEmpty()) {
      into.set("Assign", values);
    }
  }

  private String target(StateTransition exit) {
    return exit.target() == null
        ? scope.end(state, exit)
        : scope.machine().names().of(exit.target());
  }
}
