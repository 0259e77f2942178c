package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.store.Commit;
import dev.heddle.localstack.aws.stepfunctions.store.Progress;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import dev.heddle.localstack.aws.stepfunctions.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes turns: what came is done to the run, the turn is stored, then its effects happen. */
final class Turns {
  private static final int STEPS = 200;
  private static final Logger LOG = System.getLogger(Turns.class.getName());

  private final Executions executions;
  private final Executions.Ground ground;
  private final Store store;
  private final Time time;
  private final Acts acts;
  private final Actors actors;

  Turns(Executions executions, Executions.Ground ground, Acts acts) {
    this.executions = executions;
    this.ground = ground;
    this.store = ground.store();
    this.time = ground.time();
    this.acts = acts;
    this.actors = new Actors(ground.workers(), ground.bounds(), this::take);
  }

  Actors actors() {
    return actors;
  }

  private void take(Actor actor) {
    Run run = actor.run == null ? load(actor) : actor.run;
    if (run == null) {
      discard(actor);
      actors.rest(actor, false);
      return;
    }
    boolean first = actor.starting != null;
    guarded(actor, run);
    if (!first) {
      actors.rest(actor, !run.ready.isEmpty());
    }
  }

  private void guarded(Actor actor, Run run) {
    Progress before = run.progress;
    try {
      turn(actor, run);
    } catch (RuntimeException | StackOverflowError e) {
      // The last door: a fault of the engine ends this execution and no other.
      LOG.log(Level.ERROR, "A turn of " + run.execution.arn() + " failed", e);
      run.progress = before;
      Turn last = new Turn(run, time.now());
      Failure failure = new Failure(Failure.RUNTIME, "The engine failed: " + e);
      last.emit("ExecutionFailed", run.progress.lastEvent(), Details.failure(failure));
      last.end(Status.FAILED, null, failure.error(), failure.cause());
      store(actor, run, last);
    }
  }

  /** Answers what came for an execution that is no longer known. */
  private void discard(Actor actor) {
    for (Message next = actor.poll(); next != null; next = actor.poll()) {
      switch (next) {
        case Message.Dispatch dispatch -> acts.calls().done(dispatch.owner());
        case Message.Token token -> token.reply().complete(Verdict.UNKNOWN);
        case Message.Take take -> take.reply().complete(Optional.empty());
        case Message.Adjust adjust -> adjust.reply().complete(false);
        case Message.Redrive redrive -> redrive.reply().complete(Optional.empty());
        case Message.Stop stop -> stop.reply().complete(time.now().toEpochMilli());
        case Message.Proceed p -> {}
        case Message.Wake w -> {}
        case Message.Returned r -> {}
        case Message.JobEnded j -> {}
        case Message.Refill r -> {}
      }
    }
  }

  private @Nullable Run load(Actor actor) {
    Run run =
        store
            .load(actor.execution)
            .map(saved -> Run.of(saved, ground.machines().apply(saved.execution())))
            .orElse(null);
    actor.run = run;
    return run;
  }

  private void turn(Actor actor, Run run) {
    boolean ended = run.ended();
    Turn turn = new Turn(run, time.now());
    Transitions transitions = new Transitions(turn, ground.random(), store::nextExecution);
    Inbox inbox = new Inbox(turn, transitions);
    for (Message next = actor.poll(); next != null; next = actor.poll()) {
      inbox.take(next);
    }
    for (int steps = 0; steps < STEPS && !run.ready.isEmpty(); steps++) {
      transitions.step(run.ready.remove());
    }
    if (ended && !run.ended()) {
      executions.began();
    }
    store(actor, run, turn);
  }

  private void store(Actor actor, Run run, Turn turn) {
    Commit commit = turn.commit();
    if (commit == null) {
      ground.effects().execute(() -> act(run, turn.effects));
      return;
    }
    actor.committing();
    if (actor.starting == null) {
      store
          .commit(commit)
          .thenRunAsync(() -> committed(actor, run, commit, turn.effects), ground.effects())
          .exceptionally(failed -> log(run, failed));
    } else {
      store
          .start(commit)
          .whenCompleteAsync(
              (known, failed) -> started(actor, run, commit, turn.effects, known, failed),
              ground.effects())
          .exceptionally(
              failed -> {
                log(run, failed);
                return Optional.empty();
              });
    }
  }

  /** The first turn is stored, or an execution of its ARN was there, or nothing can be stored. */
  private void started(
      Actor actor,
      Run run,
      Commit commit,
      List<Effect> effects,
      @Nullable Optional<Saved> known,
      @Nullable Throwable failed) {
    var starting = Objects.requireNonNull(actor.starting);
    actor.starting = null;
    if (known != null && known.isEmpty()) {
      starting.complete(known);
      committed(actor, run, commit, effects);
      actors.rest(actor, !run.ready.isEmpty());
      return;
    }
    actors.abandon(actor);
    executions.withdrawn();
    if (known == null) {
      starting.completeExceptionally(failed == null ? new IllegalStateException() : failed);
    } else {
      starting.complete(known);
    }
  }

  private @Nullable Void log(Run run, Throwable failed) {
    if (!executions.closed()) {
      LOG.log(Level.ERROR, "A turn of " + run.execution.arn() + " was not stored", failed);
    }
    return null;
  }

  private void committed(Actor actor, Run run, Commit commit, List<Effect> effects) {
    if (executions.closed()) {
      return;
    }
    act(run, effects);
    if (commit.progress().status().ended()) {
      executions.ended(Saved.head(run.execution, commit.progress()));
    }
    executions.stored();
    actor.committed();
    actors.drop(actor);
  }

  private void act(Run run, List<Effect> effects) {
    effects.forEach(effect -> acts.act(run, effect));
  }
}
