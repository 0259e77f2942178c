package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What each message does to a run; a message that comes too late does nothing. */
final class MessageHandler {
  private final ActorTurn turn;
  private final StateTransitions transitions;

  MessageHandler(ActorTurn turn, StateTransitions transitions) {
    this.turn = turn;
    this.transitions = transitions;
  }

  void handle(ActorMessage message) {
    switch (message) {
      case ActorMessage.Proceed p -> proceed();
      case ActorMessage.Wake(long at) -> wake(at);
      case ActorMessage.Refill(int scope, int sequence) ->
          at(scope, sequence, DistributedMapWork::refill);
      case ActorMessage.Dispatch d -> dispatch(d.scope(), d.sequence());
      case ActorMessage.Returned returned -> returned(returned);
      case ActorMessage.JobEnded(int scope, int sequence, StoredExecution job) ->
          at(scope, sequence, stateVisit -> jobEnded(stateVisit, job));
      case ActorMessage.Token token -> token(token);
      case ActorMessage.Take take -> handle(take);
      case ActorMessage.Adjust adjust -> adjust(adjust);
      case ActorMessage.Stop stop -> stop(stop);
      case ActorMessage.Redrive redrive -> redrive(redrive);
    }
  }

  private void proceed() {
    // After a restart Proceed is sent again: only the very first begins the execution.
    if (turn.run.ended() || turn.run.progress.lastEvent() > 0) {
      return;
    }
    ObjectNode details = EventDetails.input(turn.run.input);
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

  private void redrive(ActorMessage.Redrive message) {
    boolean able = turn.run.ended() && !turn.run.scopes.isEmpty();
    if (able) {
      new ExecutionRedrive(turn, transitions).run();
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
    // Too early, because the clock was set back or a redrive moved the time: set again, or nothing
    // would ever wake this execution.
    if (at > turn.millis()) {
      turn.effect(new Effect.Alarm(at));
      return;
    }
    Long deadline = turn.run.deadline();
    if (deadline != null && deadline <= turn.millis()) {
      turn.emit("ExecutionTimedOut", last(), Json.object());
      turn.end(ExecutionStatus.TIMED_OUT, null, null, null);
      return;
    }
    if (deadline != null && turn.run.progress.redrives() > 0) {
      armDeadline();
    }
    for (BranchScope scope : List.copyOf(turn.run.scopes.values())) {
      Long due = scope.phase.due();
      if (due != null && due <= turn.millis() && turn.run.scope(scope.id) == scope) {
        transitions.guarded(scope, () -> due(transitions.visit(scope)));
      }
    }
  }

  private long last() {
    return turn.run.progress.lastEvent();
  }

  private void due(StateVisit stateVisit) {
    switch (stateVisit.scope().phase) {
      case Phase.Sleeping s -> WaitWork.over(stateVisit, (StateDefinition.Wait) stateVisit.state());
      case Phase.Backoff b -> transitions.attempt(stateVisit);
      case Working w -> TaskWork.failed(stateVisit, task(stateVisit), timeout(w));
      case Phase.Ready r -> {}
      case Phase.Branching b -> {}
      case Phase.Iterating i -> {}
      case Phase.Fetching f -> {}
      case Phase.Mapping m -> {}
      case Phase.Done d -> {}
    }
  }

  /** When both times are over at once it is the Task that took too long. */
  private StateFailure timeout(Working working) {
    Long deadline = working.deadline();
    boolean late = deadline != null && deadline <= turn.millis();
    return new StateFailure(StateFailure.TIMEOUT, null, !late);
  }

  private void dispatch(int id, int sequence) {
    BranchScope scope = turn.run.scope(id);
    TaskCaller.Call call =
        scope != null && scope.sequence == sequence && !turn.run.ended()
            ? PendingCall.of(turn.run, scope)
            : null;
    // One or the other, always: the place was taken before this message was sent.
    turn.effect(call == null ? new Effect.Release() : new Effect.Begin(call));
    at(id, sequence, this::offer);
  }

  /** After a restart: nobody knows of an offer any more. */
  private void offer(StateVisit stateVisit) {
    if (stateVisit.scope().phase instanceof Working work
        && work.step() == Working.Step.OFFERED
        && task(stateVisit).resource() instanceof TaskResource.Activity(String arn)) {
      turn.effect(new Effect.Offer(arn, stateVisit.scope().id, stateVisit.scope().sequence));
    }
  }

  private void handle(ActorMessage.Take take) {
    var taken = new AtomicReference<ActivityTask>();
    at(
        take.scope(),
        take.sequence(),
        stateVisit -> {
          if (stateVisit.scope().phase instanceof Working work
              && work.step() == Working.Step.OFFERED) {
            taken.set(TaskWork.taken(stateVisit, task(stateVisit), work, take.worker()));
          }
        });
    var reply = Optional.ofNullable(taken.get());
    turn.effect(new Effect.Acknowledge(() -> take.reply().complete(reply)));
  }

  private void adjust(ActorMessage.Adjust adjust) {
    boolean found = false;
    for (BranchScope scope : List.copyOf(turn.run.scopes.values())) {
      if (scope.phase instanceof Phase.Mapping mapping
          && mapping.mapRun().equals(adjust.mapRun())
          && !turn.run.ended()) {
        DistributedMapWork.adjust(transitions.visit(scope), mapping, adjust);
        found = true;
      }
    }
    boolean running = found;
    turn.effect(new Effect.Acknowledge(() -> adjust.reply().complete(running)));
  }

  /** A job that nobody waits for any more is stopped, as it would have been a moment later. */
  private void returned(ActorMessage.Returned message) {
    if (!at(
            message.scope(),
            message.sequence(),
            stateVisit -> returned(stateVisit, message.reply()))
        && message.reply() instanceof TaskReply.Submitted submitted) {
      turn.effect(new Effect.StopJob(submitted.job()));
    }
  }

  /** Whether the scope still is where the message means it to be; if so something is done. */
  private boolean at(int id, int sequence, Consumer<StateVisit> then) {
    BranchScope scope = turn.run.scope(id);
    // The sequence changes with every attempt: a reply to an attempt that timed out would otherwise
    // be taken for the answer to the next.
    if (scope == null || scope.sequence != sequence || turn.run.ended()) {
      return false;
    }
    transitions.guarded(scope, () -> then.accept(transitions.visit(scope)));
    return true;
  }

  private static void returned(StateVisit stateVisit, TaskReply reply) {
    if (stateVisit.scope().phase instanceof Working work && work.step() != Working.Step.WAITING) {
      TaskWork.returned(stateVisit, task(stateVisit), work, reply);
    } else if (stateVisit.scope().phase instanceof Phase.Fetching fetching) {
      DistributedMapWork.fetched(
          stateVisit, (StateDefinition.MapState) stateVisit.state(), fetching, reply);
    }
  }

  private static void jobEnded(StateVisit stateVisit, StoredExecution job) {
    if (stateVisit.scope().phase instanceof Working work) {
      StateDefinition.Task task = task(stateVisit);
      TaskWork.settle(stateVisit, task, work, JobResult.outcome(job, task.resource()));
    } else if (stateVisit.scope().phase instanceof Phase.Mapping mapping) {
      DistributedMapWork.childEnded(
          stateVisit, (StateDefinition.MapState) stateVisit.state(), mapping, job);
    }
  }

  private static StateDefinition.Task task(StateVisit stateVisit) {
    return (StateDefinition.Task) stateVisit.state();
  }

  private void token(ActorMessage.Token message) {
    BranchScope scope = turn.run.scope(message.scope());
    TokenStatus tokenStatus = TokenStatus.TIMED_OUT;
    if (scope != null
        && !turn.run.ended()
        && scope.phase instanceof Working work
        && message.token().equals(work.token())
        // The first answer counts: a worker that sends success and then failure is told the task is
        // over.
        && work.early() == null) {
      tokenStatus = TokenStatus.ACCEPTED;
      transitions.guarded(scope, () -> token(transitions.visit(scope), work, message.outcome()));
    }
    // Answered after the commit: a worker that was thanked may forget its result.
    TokenStatus answer = tokenStatus;
    turn.effect(new Effect.Acknowledge(() -> message.reply().complete(answer)));
  }

  private void token(StateVisit stateVisit, Working work, @Nullable TaskOutcome outcome) {
    if (outcome == null) {
      TaskWork.stay(stateVisit, work.beat(turn.millis()));
    } else {
      TaskWork.settle(stateVisit, task(stateVisit), work, outcome);
    }
  }

  private void stop(ActorMessage.Stop stop) {
    if (!turn.run.ended()) {
      StateFailure failure = new StateFailure(stop.error(), stop.cause());
      turn.emit("ExecutionAborted", last(), EventDetails.failure(failure));
      turn.end(ExecutionStatus.ABORTED, null, stop.error(), stop.cause());
    }
    Long stopped = turn.run.progress.stopped();
    long at = stopped == null ? turn.millis() : stopped;
    turn.effect(new Effect.Acknowledge(() -> stop.reply().complete(at)));
  }
}
