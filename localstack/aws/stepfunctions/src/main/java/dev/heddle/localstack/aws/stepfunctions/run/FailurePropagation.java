package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How failures show in the history, and how a failed run ends: as it stands, to be redriven. */
record FailurePropagation(ActorTurn turn) {

  /** Ends the run with a failure that nothing deals with. */
  void fail(BranchScope scope, StateFailure failure) {
    BranchScope last = failure.fatal() ? scope : surfaced(scope);
    turn.emit("ExecutionFailed", last.previous, EventDetails.failure(failure));
    turn.end(ExecutionStatus.FAILED, null, failure.error(), failure.cause());
  }

  /** Shows the failure at every level up to the top; gives the top scope. */
  private BranchScope surfaced(BranchScope from) {
    BranchScope scope = from;
    show(scope, null);
    while (scope.parent != null) {
      BranchScope parent = scope.parent;
      failed(scope, parent);
      show(parent, scope);
      scope = parent;
    }
    return scope;
  }

  private void show(BranchScope scope, @Nullable BranchScope failed) {
    abandon(scope, failed);
    StateDefinition state = scope.current();
    if (!state.branches().isEmpty()) {
      turn.chain(scope, StateTypeNames.of(state) + "StateFailed", Json.object());
    }
  }

  /** Shows that a branch or an iteration has failed. */
  void failed(BranchScope scope, BranchScope parent) {
    if (parent.current() instanceof StateDefinition.MapState) {
      turn.emit("MapIterationFailed", scope.previous, iteration(scope, parent));
    } else {
      abort(scope);
    }
    parent.previous = scope.previous;
  }

  /** Shows that whatever still ran inside a failed state was stopped, but for what failed. */
  void abandon(BranchScope scope, @Nullable BranchScope failed) {
    for (BranchScope child : turn.run.children(scope)) {
      if (child != failed && !(child.phase instanceof Phase.Done)) {
        abandon(child, null);
        if (scope.current() instanceof StateDefinition.MapState) {
          turn.emit("MapIterationAborted", child.previous, iteration(child, scope));
        } else {
          abort(child);
        }
      }
    }
  }

  private static ObjectNode iteration(BranchScope scope, BranchScope parent) {
    return Json.object().put("name", parent.state).put("index", scope.index);
  }

  private void abort(BranchScope scope) {
    if (StateTypeNames.aborts(scope.current())) {
      String type = StateTypeNames.of(scope.current()) + "StateAborted";
      turn.emit(type, scope.previous, Json.object());
    }
  }
}
