package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.ErrorRecovery;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How scopes move: into states, out of them, to where a failure is dealt with, to the end. */
final class StateTransitions {
  // As the service's; Express executions have no such limit there either. Two are kept for the
  // failure.
  private static final long HISTORY = 25_000;

  private final ActorTurn turn;
  private final RandomGenerator random;
  private final LongSupplier numbers;
  private @Nullable StateFailure failure;

  StateTransitions(ActorTurn turn, RandomGenerator random, LongSupplier numbers) {
    this.turn = turn;
    this.random = random;
    this.numbers = numbers;
  }

  /** A number for a new execution. */
  long nextExecution() {
    return numbers.getAsLong();
  }

  /** What failed last in this turn. */
  @Nullable StateFailure failure() {
    return failure;
  }

  StateVisit visit(BranchScope scope) {
    return new StateVisit(turn, this, scope, scope.current());
  }

  /** Enters the scope's state. */
  void step(BranchScope scope) {
    if (!turn.run.execution.express() && turn.run.progress.lastEvent() >= HISTORY - 2) {
      overflow(scope);
      return;
    }
    StateVisit stateVisit = visit(scope);
    scope.enteredAt = turn.millis();
    ObjectNode details = EventDetails.input(scope.input).put("name", scope.state);
    scope.entered =
        turn.chain(scope, StateTypeNames.of(stateVisit.state()) + "StateEntered", details);
    turn.touch(scope);
    attempt(stateVisit);
  }

  private void overflow(BranchScope scope) {
    String cause = "The execution reached the maximum number of history events (" + HISTORY + ").";
    new FailurePropagation(turn).fail(scope, new StateFailure(StateFailure.RUNTIME, cause));
  }

  /** Does the state's work, for the first time or again. */
  void attempt(StateVisit stateVisit) {
    guarded(stateVisit.scope(), () -> StateWork.of(stateVisit));
  }

  /** Does something in a state; what it throws is the state's failure. */
  void guarded(BranchScope scope, Runnable work) {
    try {
      work.run();
    } catch (StateFault fault) {
      fail(scope, withLocation(scope, fault));
    }
  }

  /** What the state fails with: the service puts the state and its event before the detail. */
  private StateFailure withLocation(BranchScope scope, StateFault fault) {
    StateFailure plain = fault.failure();
    if (StateFailure.DATA_LIMIT.equals(plain.error())) {
      return plain;
    }
    String where =
        "An error occurred while executing the state '%s' (entered at the event id #%d). %s";
    String cause = where.formatted(scope.state, scope.entered, plain.cause());
    StateFailure failure = new StateFailure(plain.error(), cause);
    if (StateFailure.QUERY.equals(failure.error())) {
      ObjectNode details = EventDetails.failure(failure).put("state", scope.state);
      if (fault.location() != null) {
        details.put("location", fault.location());
      }
      scope.previous = turn.emit("EvaluationFailed", scope.entered, details);
    }
    return failure;
  }

  /** Leaves a state for the next, or ends the branch. */
  void leave(BranchScope scope, @Nullable String next, Payload output) {
    turn.touch(scope);
    turn.closeChildren(scope);
    if (next != null) {
      scope.enter(next, output);
      turn.run.ready.add(scope);
    } else if (scope.parent == null) {
      turn.emit("ExecutionSucceeded", scope.previous, EventDetails.output(output));
      turn.end(ExecutionStatus.SUCCEEDED, output.text(), null, null);
    } else {
      scope.phase = new Phase.Done(output.text());
      scope.parent.done++;
      StateVisit parent = visit(scope.parent);
      guarded(scope.parent, () -> StateWork.childDone(parent, scope));
    }
  }

  /** Deals with a failure of the scope's state: another attempt, a catcher, or its parent. */
  void fail(BranchScope scope, StateFailure failure) {
    this.failure = failure;
    if (failure.fatal() || !handled(scope, failure)) {
      new FailurePropagation(turn).fail(scope, failure);
      return;
    }
    StateDefinition state = scope.current();
    new FailurePropagation(turn).abandon(scope, null);
    turn.closeChildren(scope);
    ErrorRecovery recovery = state.recovery();
    int retrier = recovery.retrierFor(failure);
    if (retrier >= 0 && retry(scope, retrier, recovery.retry().get(retrier))) {
      return;
    }
    if (!state.branches().isEmpty()) {
      turn.chain(scope, StateTypeNames.of(state) + "StateFailed", Json.object());
    }
    ErrorRecovery.Catcher catcher = recovery.catcherFor(failure);
    if (catcher == null) {
      escalate(scope, failure);
    } else {
      caught(scope, catcher, failure);
    }
  }

  /** Whether the state, or one that the scope is inside of, does something about a failure. */
  private static boolean handled(@Nullable BranchScope from, StateFailure failure) {
    for (BranchScope scope = from; scope != null; scope = scope.parent) {
      ErrorRecovery recovery = scope.current().recovery();
      int retrier = recovery.retrierFor(failure);
      boolean again =
          retrier >= 0
              && scope.attempts.getOrDefault(retrier, 0)
                  < recovery.retry().get(retrier).maxAttempts();
      if (again || recovery.catcherFor(failure) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean retry(BranchScope scope, int index, ErrorRecovery.Retrier retrier) {
    int attempt = scope.attempts.getOrDefault(index, 0);
    if (attempt >= retrier.maxAttempts()) {
      return false;
    }
    scope.attempts.put(index, attempt + 1);
    scope.retries++;
    // Full jitter, as the service does it: callers that failed together must not come back
    // together.
    double seconds = retrier.delay(attempt) * (retrier.jitter() ? random.nextDouble() : 1);
    visit(scope).phase(new Phase.Backoff(turn.millis() + (long) (seconds * 1000)));
    return true;
  }

  private void caught(BranchScope scope, ErrorRecovery.Catcher catcher, StateFailure failure) {
    try {
      StateVisit stateVisit = visit(scope);
      EvaluationContext data = stateVisit.data().withError(failure.output());
      stateVisit.finish(catcher.flow(), data, failure.output(), catcher.next());
    } catch (StateFault fault) {
      StateFailure worse = withLocation(scope, fault);
      if (worse.fatal() || !handled(scope.parent, worse)) {
        new FailurePropagation(turn).fail(scope, worse);
      } else {
        escalate(scope, worse);
      }
    }
  }

  /** Hands a failure to the state that the scope is inside of. */
  private void escalate(BranchScope scope, StateFailure failure) {
    BranchScope parent = Objects.requireNonNull(scope.parent);
    new FailurePropagation(turn).failed(scope, parent);
    turn.closeChildren(scope);
    turn.close(scope);
    fail(parent, failure);
  }
}
