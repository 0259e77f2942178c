package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.Flow;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One scope in one state during one turn: what a state's work is given to act with. */
record Visit(Turn turn, Transitions transitions, Scope scope, State state) {

  /** What the state's fields can read. */
  Data data() {
    return data(null);
  }

  /** The same for a task that gives out a token. */
  Data data(@Nullable String token) {
    return new Data(
        scope.input.json(),
        null,
        null,
        scope::variable,
        new Once<>(() -> ContextObject.of(turn.run, scope, token)),
        turn.now);
  }

  /** Puts the scope into a phase, which a restart will find it in. */
  void phase(Phase phase) {
    scope.phase = phase;
    scope.sequence++;
    turn.touch(scope);
  }

  /** Leaves the state by its own flow. */
  void finish(@Nullable JsonNode result, @Nullable String next) {
    finish(state.flow(), data(), result, next);
  }

  /** Leaves the state by a flow, which may be a rule's or a catcher's. */
  void finish(Flow flow, Data data, @Nullable JsonNode result, @Nullable String next) {
    JsonNode output = flow.output(data, result);
    ObjectNode assigned = flow.assign(data, result);
    Payload payload =
        output == scope.input.json() ? scope.input : Limits.checked(output, state.name());
    Map<String, Payload> values = Limits.variables(scope, assigned);
    ObjectNode details = Details.output(payload).put("name", state.name());
    if (!values.isEmpty()) {
      ObjectNode shown = details.putObject("assignedVariables");
      values.forEach((name, value) -> shown.put(name, value.text()));
      details.set("assignedVariablesDetails", Details.whole());
    }
    turn.chain(scope, Titles.of(state) + "StateExited", details);
    scope.variables.putAll(values);
    transitions.leave(scope, next, payload);
  }

  ObjectNode named() {
    return Json.object().put("name", state.name());
  }
}
