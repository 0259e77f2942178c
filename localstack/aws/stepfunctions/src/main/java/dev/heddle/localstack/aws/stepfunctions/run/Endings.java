package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How failures show in the history, and how a failed run ends: as it stands, to be redriven. */
record Endings(Turn turn) {

  /** Ends the run with a failure that nothing deals with. */
  void fail(Scope scope, Failure failure) {
    Scope last = failure.fatal() ? scope : surfaced(scope);
    turn.emit("ExecutionFailed", last.previous, Details.failure(failure));
    turn.end(Status.FAILED, null, failure.error(), failure.cause());
  }

  /** Shows the failure at every level up to the top; gives the top scope. */
  private Scope surfaced(Scope from) {
    Scope scope = from;
    show(scope, null);
    while (scope.parent != null) {
      Scope parent = scope.parent;
      failed(scope, parent);
      show(parent, scope);
      scope = parent;
    }
    return scope;
  }

  private void show(Scope scope, @Nullable Scope failed) {
    abandon(scope, failed);
    State state = scope.current();
    if (!state.branches().isEmpty()) {
      turn.chain(scope, Titles.of(state) + "StateFailed", Json.object());
    }
  }

  /** Shows that a branch or an iteration has failed. */
  void failed(Scope scope, Scope parent) {
    if (parent.current() instanceof State.ForEach) {
      turn.emit("MapIterationFailed", scope.previous, iteration(scope, parent));
    } else {
      abort(scope);
    }
    parent.previous = scope.previous;
  }

  /** Shows that whatever still ran inside a failed state was stopped, but for what failed. */
  void abandon(Scope scope, @Nullable Scope failed) {
    for (Scope child : turn.run.children(scope)) {
      if (child != failed && !(child.phase instanceof Phase.Done)) {
        abandon(child, null);
        if (scope.current() instanceof State.ForEach) {
          turn.emit("MapIterationAborted", child.previous, iteration(child, scope));
        } else {
          abort(child);
        }
      }
    }
  }

  private static ObjectNode iteration(Scope scope, Scope parent) {
    return Json.object().put("name", parent.state).put("index", scope.index);
  }

  private void abort(Scope scope) {
    if (Titles.aborts(scope.current())) {
      String type = Titles.of(scope.current()) + "StateAborted";
      turn.emit(type, scope.previous, Json.object());
    }
  }
}
