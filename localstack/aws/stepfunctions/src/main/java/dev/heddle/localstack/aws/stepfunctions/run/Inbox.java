package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Resource;
import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What each message does to a run; a message that comes too late does nothing. */
final class Inbox {
  private final Turn turn;
  private final Transitions transitions;

  Inbox(Turn turn, Transitions transitions) {
    this.turn = turn;
    this.transitions = transitions;
  }

  void take(Message message) {
    switch (message) {
      case Message.Proceed p -> proceed();
      case Message.Wake(long at) -> wake(at);
      case Message.Refill(int scope, int sequence) -> at(scope, sequence, DistributedWork::refill);
      case Message.Dispatch d -> dispatch(d.scope(), d.sequence());
      case Message.Returned returned -> returned(returned);
      case Message.JobEnded(int scope, int sequence, Saved job) ->
          at(scope, sequence, visit -> jobEnded(visit, job));
      case Message.Token token -> token(token);
      case Message.Take take -> take(take);
      case Message.Adjust adjust -> adjust(adjust);
      case Message.Stop stop -> stop(stop);
      case Message.Redrive redrive -> redrive(redrive);
    }
  }

  private void proceed() {
    if (turn.run.ended() || turn.run.progress.lastEvent() > 0) {
      return;
    }
    ObjectNode details = Details.input(turn.run.input);
    details.put("roleArn", turn.run.execution.roleArn());
    turn.emit("ExecutionStarted", 0, details);
    turn.open(null, 0, turn.run.input);
    armDeadline();
  }

  private void armDeadline() {
    Long deadline = turn.run.deadline();
    if (deadline != null) {
      turn.effect(new Effect.Alarm(deadline));
    }
  }

  private void redrive(Message.Redrive message) {
    boolean able = turn.run.ended() && !turn.run.scopes.isEmpty();
    if (able) {
      new Redriving(turn, transitions).run();
      armDeadline();
    }
    Long at = able ? Long.valueOf(turn.millis()) : null;
    turn.effect(new Effect.Acknowledge(() -> message.reply().complete(Optional.ofNullable(at))));
  }

  /** A turn's time stands still: what fell due while it went on is left to the next turn. */
  private void wake(long at) {
    if (turn.run.ended()) {
      return;
    }
    if (at > turn.millis()) {
      turn.effect(new Effect.Alarm(at));
      return;
    }
    Long deadline = turn.run.deadline();
    if (deadline != null && deadline <= turn.millis()) {
      turn.emit("ExecutionTimedOut", last(), Json.object());
      turn.end(Status.TIMED_OUT, null, null, null);
      return;
    }
    if (deadline != null && turn.run.progress.redrives() > 0) {
      armDeadline();
    }
    for (Scope scope : List.copyOf(turn.run.scopes.values())) {
      Long due = scope.phase.due();
      if (due != null && due <= turn.millis() && turn.run.scope(scope.id) == scope) {
        transitions.guarded(scope, () -> due(transitions.visit(scope)));
      }
    }
  }

  private long last() {
    return turn.run.progress.lastEvent();
  }

  private void due(Visit visit) {
    switch (visit.scope().phase) {
      case Phase.Sleeping s -> WaitWork.over(visit, (State.Wait) visit.state());
      case Phase.Backoff b -> transitions.attempt(visit);
      case Working w -> TaskWork.failed(visit, task(visit), new Failure(Failure.TIMEOUT, null));
      case Phase.Ready r -> {}
      case Phase.Branching b -> {}
      case Phase.Iterating i -> {}
      case Phase.Fetching f -> {}
      case Phase.Mapping m -> {}
      case Phase.Done d -> {}
    }
  }

  private void dispatch(int id, int sequence) {
    Scope scope = turn.run.scope(id);
    TaskCaller.Call call =
        scope != null && scope.sequence == sequence && !turn.run.ended()
            ? Call.of(turn.run, scope)
            : null;
    turn.effect(call == null ? new Effect.Release() : new Effect.Begin(call));
    at(id, sequence, this::offer);
  }

  /** After a restart: nobody knows of an offer any more. */
  private void offer(Visit visit) {
    if (visit.scope().phase instanceof Working work
        && work.step() == Working.Step.OFFERED
        && task(visit).resource() instanceof Resource.Activity(String arn)) {
      turn.effect(new Effect.Offer(arn, visit.scope().id, visit.scope().sequence));
    }
  }

  private void take(Message.Take take) {
    var taken = new AtomicReference<Taken>();
    at(
        take.scope(),
        take.sequence(),
        visit -> {
          if (visit.scope().phase instanceof Working work && work.step() == Working.Step.OFFERED) {
            taken.set(TaskWork.taken(visit, task(visit), work, take.worker()));
          }
        });
    var reply = Optional.ofNullable(taken.get());
    turn.effect(new Effect.Acknowledge(() -> take.reply().complete(reply)));
  }

  private void adjust(Message.Adjust adjust) {
    boolean found = false;
    for (Scope scope : List.copyOf(turn.run.scopes.values())) {
      if (scope.phase instanceof Phase.Mapping mapping
          && mapping.mapRun().equals(adjust.mapRun())
          && !turn.run.ended()) {
        DistributedWork.adjust(transitions.visit(scope), mapping, adjust);
        found = true;
      }
    }
    boolean told = found;
    turn.effect(new Effect.Acknowledge(() -> adjust.reply().complete(told)));
  }

  /** A job that nobody waits for any more is stopped, as it would have been a moment later. */
  private void returned(Message.Returned message) {
    if (!at(message.scope(), message.sequence(), visit -> returned(visit, message.reply()))
        && message.reply() instanceof TaskReply.Submitted submitted) {
      turn.effect(new Effect.StopJob(submitted.job()));
    }
  }

  /** Whether the scope still is where the message means it to be; if so something is done. */
  private boolean at(int id, int sequence, Consumer<Visit> then) {
    Scope scope = turn.run.scope(id);
    if (scope == null || scope.sequence != sequence || turn.run.ended()) {
      return false;
    }
    transitions.guarded(scope, () -> then.accept(transitions.visit(scope)));
    return true;
  }

  private static void returned(Visit visit, TaskReply reply) {
    if (visit.scope().phase instanceof Working work && work.step() != Working.Step.WAITING) {
      TaskWork.returned(visit, task(visit), work, reply);
    } else if (visit.scope().phase instanceof Phase.Fetching fetching) {
      DistributedWork.fetched(visit, (State.ForEach) visit.state(), fetching, reply);
    }
  }

  private static void jobEnded(Visit visit, Saved job) {
    if (visit.scope().phase instanceof Working work) {
      State.Task task = task(visit);
      TaskWork.settle(visit, task, work, Jobs.outcome(job, task.resource()));
    } else if (visit.scope().phase instanceof Phase.Mapping mapping) {
      DistributedWork.childEnded(visit, (State.ForEach) visit.state(), mapping, job);
    }
  }

  private static State.Task task(Visit visit) {
    return (State.Task) visit.state();
  }

  private void token(Message.Token message) {
    Scope scope = turn.run.scope(message.scope());
    Verdict verdict = Verdict.TIMED_OUT;
    if (scope != null
        && !turn.run.ended()
        && scope.phase instanceof Working work
        && message.token().equals(work.token())
        && work.early() == null) {
      verdict = Verdict.ACCEPTED;
      transitions.guarded(scope, () -> token(transitions.visit(scope), work, message.outcome()));
    }
    Verdict told = verdict;
    turn.effect(new Effect.Acknowledge(() -> message.reply().complete(told)));
  }

  private void token(Visit visit, Working work, @Nullable Outcome outcome) {
    if (outcome == null) {
      TaskWork.stay(visit, work.beat(turn.millis()));
    } else {
      TaskWork.settle(visit, task(visit), work, outcome);
    }
  }

  private void stop(Message.Stop stop) {
    if (!turn.run.ended()) {
      Failure failure = new Failure(stop.error(), stop.cause());
      turn.emit("ExecutionAborted", last(), Details.failure(failure));
      turn.end(Status.ABORTED, null, stop.error(), stop.cause());
    }
    Long stopped = turn.run.progress.stopped();
    long at = stopped == null ? turn.millis() : stopped;
    turn.effect(new Effect.Acknowledge(() -> stop.reply().complete(at)));
  }
}
