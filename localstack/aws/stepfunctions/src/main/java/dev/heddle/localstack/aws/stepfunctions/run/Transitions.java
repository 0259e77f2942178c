package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Recovery;
import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How scopes move: into states, out of them, to where a failure is dealt with, to the end. */
final class Transitions {
  private static final long HISTORY = 25_000;

  private final Turn turn;
  private final RandomGenerator random;
  private final LongSupplier numbers;
  private @Nullable Failure failure;

  Transitions(Turn turn, RandomGenerator random, LongSupplier numbers) {
    this.turn = turn;
    this.random = random;
    this.numbers = numbers;
  }

  /** A number for a new execution. */
  long nextExecution() {
    return numbers.getAsLong();
  }

  /** What failed last in this turn. */
  @Nullable Failure failure() {
    return failure;
  }

  Visit visit(Scope scope) {
    return new Visit(turn, this, scope, scope.current());
  }

  /** Enters the scope's state. */
  void step(Scope scope) {
    if (!turn.run.execution.express() && turn.run.progress.lastEvent() >= HISTORY - 2) {
      overflow(scope);
      return;
    }
    Visit visit = visit(scope);
    scope.enteredAt = turn.millis();
    ObjectNode details = Details.input(scope.input).put("name", scope.state);
    scope.entered = turn.chain(scope, Titles.of(visit.state()) + "StateEntered", details);
    turn.touch(scope);
    attempt(visit);
  }

  private void overflow(Scope scope) {
    String cause = "The execution reached the maximum number of history events (" + HISTORY + ").";
    new Endings(turn).fail(scope, new Failure(Failure.RUNTIME, cause));
  }

  /** Does the state's work, for the first time or again. */
  void attempt(Visit visit) {
    guarded(visit.scope(), () -> Work.of(visit));
  }

  /** Does something in a state; what it throws is the state's failure. */
  void guarded(Scope scope, Runnable work) {
    try {
      work.run();
    } catch (StateFault fault) {
      fail(scope, blamed(scope, fault));
    }
  }

  /** What the state fails with: the service puts the state and its event before the detail. */
  private Failure blamed(Scope scope, StateFault fault) {
    Failure plain = fault.failure();
    if (Failure.DATA_LIMIT.equals(plain.error())) {
      return plain;
    }
    String where =
        "An error occurred while executing the state '%s' (entered at the event id #%d). %s";
    String cause = where.formatted(scope.state, scope.entered, plain.cause());
    Failure failure = new Failure(plain.error(), cause);
    if (Failure.QUERY.equals(failure.error())) {
      ObjectNode details = Details.failure(failure).put("state", scope.state);
      if (fault.location() != null) {
        details.put("location", fault.location());
      }
      scope.previous = turn.emit("EvaluationFailed", scope.entered, details);
    }
    return failure;
  }

  /** Leaves a state for the next, or ends the branch. */
  void leave(Scope scope, @Nullable String next, Payload output) {
    turn.touch(scope);
    turn.closeChildren(scope);
    if (next != null) {
      scope.enter(next, output);
      turn.run.ready.add(scope);
    } else if (scope.parent == null) {
      turn.emit("ExecutionSucceeded", scope.previous, Details.output(output));
      turn.end(Status.SUCCEEDED, output.text(), null, null);
    } else {
      scope.phase = new Phase.Done(output.text());
      scope.parent.done++;
      Visit parent = visit(scope.parent);
      guarded(scope.parent, () -> Work.childDone(parent, scope));
    }
  }

  /** Deals with a failure of the scope's state: another attempt, a catcher, or its parent. */
  void fail(Scope scope, Failure failure) {
    this.failure = failure;
    if (failure.fatal() || !handled(scope, failure)) {
      new Endings(turn).fail(scope, failure);
      return;
    }
    State state = scope.current();
    new Endings(turn).abandon(scope, null);
    turn.closeChildren(scope);
    Recovery recovery = state.recovery();
    int retrier = recovery.retrierFor(failure);
    if (retrier >= 0 && retry(scope, retrier, recovery.retry().get(retrier))) {
      return;
    }
    if (!state.branches().isEmpty()) {
      turn.chain(scope, Titles.of(state) + "StateFailed", Json.object());
    }
    Recovery.Catcher catcher = recovery.catcherFor(failure);
    if (catcher == null) {
      escalate(scope, failure);
    } else {
      caught(scope, catcher, failure);
    }
  }

  /** Whether the state, or one that the scope is inside of, does something about a failure. */
  private static boolean handled(@Nullable Scope from, Failure failure) {
    for (Scope scope = from; scope != null; scope = scope.parent) {
      Recovery recovery = scope.current().recovery();
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

  private boolean retry(Scope scope, int index, Recovery.Retrier retrier) {
    int attempt = scope.attempts.getOrDefault(index, 0);
    if (attempt >= retrier.maxAttempts()) {
      return false;
    }
    scope.attempts.put(index, attempt + 1);
    scope.retries++;
    double seconds = retrier.delay(attempt) * (retrier.jitter() ? random.nextDouble() : 1);
    visit(scope).phase(new Phase.Backoff(turn.millis() + (long) (seconds * 1000)));
    return true;
  }

  private void caught(Scope scope, Recovery.Catcher catcher, Failure failure) {
    try {
      Visit visit = visit(scope);
      Data data = visit.data().withError(failure.output());
      visit.finish(catcher.flow(), data, failure.output(), catcher.next());
    } catch (StateFault fault) {
      Failure worse = blamed(scope, fault);
      if (worse.fatal() || !handled(scope.parent, worse)) {
        new Endings(turn).fail(scope, worse);
      } else {
        escalate(scope, worse);
      }
    }
  }

  /** Hands a failure to the state that the scope is inside of. */
  private void escalate(Scope scope, Failure failure) {
    Scope parent = Objects.requireNonNull(scope.parent);
    new Endings(turn).failed(scope, parent);
    turn.closeChildren(scope);
    turn.close(scope);
    fail(parent, failure);
  }
}
