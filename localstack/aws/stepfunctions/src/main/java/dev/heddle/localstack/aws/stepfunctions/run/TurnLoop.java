package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import dev.heddle.localstack.aws.stepfunctions.store.TurnCommit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes turns: what came is done to the run, the turn is stored, then its effects happen. */
final class TurnLoop {
  // A machine that loops without waiting would hold its thread for ever, and its turn would grow
  // without bound; after so many states it is stored and the others come in between.
  private static final int STEPS = 200;
  private static final Logger LOG = System.getLogger(TurnLoop.class.getName());

  private final ExecutionEngine executionEngine;
  private final ExecutionEngine.Environment environment;
  private final ExecutionStore store;
  private final EngineTime time;
  private final EffectRunner effectRunner;
  private final ActorRegistry actors;

  TurnLoop(
      ExecutionEngine executionEngine,
      ExecutionEngine.Environment environment,
      EffectRunner effectRunner) {
    this.executionEngine = executionEngine;
    this.environment = environment;
    this.store = environment.store();
    this.time = environment.time();
    this.effectRunner = effectRunner;
    this.actors = new ActorRegistry(environment.workers(), environment.bounds(), this::takeTurn);
  }

  ActorRegistry actors() {
    return actors;
  }

  private void takeTurn(ExecutionActor actor) {
    LiveExecution run = actor.run == null ? load(actor) : actor.run;
    if (run == null) {
      discard(actor);
      actors.endTurn(actor, false);
      return;
    }
    // Read before the turn: its commit may be through, and starting be null, before the turn
    // returns.
    boolean first = actor.starting != null;
    guarded(actor, run);
    // After the first turn nothing follows until the start is on disk (started() ends the turn): if
    // its ARN is taken already, there must be no second turn and no effect of an execution that is
    // not one.
    if (!first) {
      actors.endTurn(actor, !run.ready.isEmpty());
    }
  }

  private void guarded(ExecutionActor actor, LiveExecution run) {
    // Event ids are counted in the progress: ids given by a turn that failed are given again.
    ExecutionProgress before = run.progress;
    try {
      turn(actor, run);
    } catch (RuntimeException | StackOverflowError e) {
      // The last door: a fault of the engine ends this execution and no other.
      LOG.log(Level.ERROR, "A turn of " + run.execution.arn() + " failed", e);
      run.progress = before;
      ActorTurn last = new ActorTurn(run, time.now());
      StateFailure failure = new StateFailure(StateFailure.RUNTIME, "The engine failed: " + e);
      last.emit("ExecutionFailed", run.progress.lastEvent(), EventDetails.failure(failure));
      last.end(ExecutionStatus.FAILED, null, failure.error(), failure.cause());
      store(actor, run, last);
    }
  }

  /** Answers what came for an execution that is no longer known. */
  private void discard(ExecutionActor actor) {
    for (ActorMessage next = actor.poll(); next != null; next = actor.poll()) {
      switch (next) {
        case ActorMessage.Dispatch dispatch -> effectRunner.calls().done(dispatch.owner());
        case ActorMessage.Token token -> token.reply().complete(TokenStatus.UNKNOWN);
        case ActorMessage.Take take -> take.reply().complete(Optional.empty());
        case ActorMessage.Adjust adjust -> adjust.reply().complete(false);
        case ActorMessage.Redrive redrive -> redrive.reply().complete(Optional.empty());
        case ActorMessage.Stop stop -> stop.reply().complete(time.now().toEpochMilli());
        case ActorMessage.Proceed p -> {}
        case ActorMessage.Wake w -> {}
        case ActorMessage.Returned r -> {}
        case ActorMessage.JobEnded j -> {}
        case ActorMessage.Refill r -> {}
      }
    }
  }

  private @Nullable LiveExecution load(ExecutionActor actor) {
    LiveExecution run =
        store
            .load(actor.execution)
            .map(
                storedExecution ->
                    LiveExecution.of(
                        storedExecution, environment.machines().apply(storedExecution.execution())))
            .orElse(null);
    actor.run = run;
    return run;
  }

  private void turn(ExecutionActor actor, LiveExecution run) {
    boolean ended = run.ended();
    ActorTurn turn = new ActorTurn(run, time.now());
    StateTransitions transitions =
        new StateTransitions(turn, environment.random(), store::nextExecution);
    MessageHandler inbox = new MessageHandler(turn, transitions);
    for (ActorMessage next = actor.poll(); next != null; next = actor.poll()) {
      inbox.handle(next);
    }
    for (int steps = 0; steps < STEPS && !run.ready.isEmpty(); steps++) {
      transitions.step(run.ready.remove());
    }
    if (ended && !run.ended()) {
      executionEngine.onRestarted();
    }
    store(actor, run, turn);
  }

  private void store(ExecutionActor actor, LiveExecution run, ActorTurn turn) {
    TurnCommit commit = turn.commit();
    if (commit == null) {
      // Nothing to store, so nothing to wait for; still not on this thread, where an effect that
      // blocks, such as a call, would hold up other executions' turns.
      environment.effects().execute(() -> runEffects(run, turn.effects));
      return;
    }
    // Before the store has it: a commit that is through at once must find the count it takes down.
    actor.committing();
    if (actor.starting == null) {
      store
          .commit(commit)
          // Effects only once the turn is durable: a task called before that would be called again
          // after a crash, by an execution that does not know of the call. Elsewhere than on the
          // writer's thread, which every other commit waits for.
          .thenRunAsync(() -> committed(actor, run, commit, turn.effects), environment.effects())
          .exceptionally(failed -> log(run, failed));
    } else {
      store
          .start(commit)
          .whenCompleteAsync(
              (known, failed) -> started(actor, run, commit, turn.effects, known, failed),
              environment.effects())
          .exceptionally(
              failed -> {
                log(run, failed);
                return Optional.empty();
              });
    }
  }

  /** The first turn is stored, or an execution of its ARN was there, or nothing can be stored. */
  private void started(
      ExecutionActor actor,
      LiveExecution run,
      TurnCommit commit,
      List<Effect> effects,
      @Nullable Optional<StoredExecution> known,
      @Nullable Throwable failed) {
    var starting = Objects.requireNonNull(actor.starting);
    actor.starting = null;
    if (known != null && known.isEmpty()) {
      starting.complete(known);
      committed(actor, run, commit, effects);
      actors.endTurn(actor, !run.ready.isEmpty());
      return;
    }
    // Before the caller is told: messages for this id then find nothing instead of a run never
    // stored.
    actors.abandon(actor);
    executionEngine.onWithdrawn();
    if (known == null) {
      starting.completeExceptionally(failed == null ? new IllegalStateException() : failed);
    } else {
      starting.complete(known);
    }
  }

  private @Nullable Void log(LiveExecution run, Throwable failed) {
    if (!executionEngine.closed()) {
      LOG.log(Level.ERROR, "A turn of " + run.execution.arn() + " was not stored", failed);
    }
    return null;
  }

  private void committed(
      ExecutionActor actor, LiveExecution run, TurnCommit commit, List<Effect> effects) {
    if (executionEngine.closed()) {
      return;
    }
    runEffects(run, effects);
    if (commit.progress().status().ended()) {
      executionEngine.onEnded(StoredExecution.head(run.execution, commit.progress()));
    }
    executionEngine.onStored();
    // Only now may it be dropped: before, the store knew less than this actor does.
    actor.committed();
    actors.drop(actor);
  }

  private void runEffects(LiveExecution run, List<Effect> effects) {
    effects.forEach(effect -> effectRunner.run(run, effect));
  }
}
