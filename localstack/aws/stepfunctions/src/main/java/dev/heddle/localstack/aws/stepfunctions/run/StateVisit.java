package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.DataFlow;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One scope in one state during one turn: what a state's work is given to act with. */
record StateVisit(
    ActorTurn turn, StateTransitions transitions, BranchScope scope, StateDefinition state) {

  /** What the state's fields can read. */
  EvaluationContext data() {
    return data(null);
  }

  /** The same for a task that gives out a token. */
  EvaluationContext data(@Nullable String token) {
    return EvaluationContext.of(
        scope.input.json(),
        scope::variable,
        new LazySupplier<>(() -> ContextObject.of(turn.run, scope, token)),
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
  void finish(
      DataFlow flow, EvaluationContext data, @Nullable JsonNode result, @Nullable String next) {
    JsonNode output = flow.output(data, result);
    ObjectNode assigned = flow.assign(data, result);
    Payload payload =
        output == scope.input.json() ? scope.input : PayloadLimits.checked(output, state.name());
    Map<String, Payload> values = PayloadLimits.variables(scope, assigned);
    ObjectNode details = EventDetails.output(payload).put("name", state.name());
    if (!values.isEmpty()) {
      ObjectNode shown = details.putObject("assignedVariables");
      values.forEach((name, value) -> shown.put(name, value.text()));
      details.set("assignedVariablesDetails", EventDetails.whole());
    }
    turn.chain(scope, StateTypeNames.of(state) + "StateExited", details);
    scope.variables.putAll(values);
    transitions.leave(scope, next, payload);
  }

  ObjectNode named() {
    return Json.object().put("name", state.name());
  }
}
