package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;

/** Does what a turn wanted done, once the turn is durable. */
record EffectRunner(
    ExecutionEngine executions,
    ExecutionStore store,
    CallLimiter calls,
    ActivityTaskQueue offers,
    TaskCaller caller) {
  /** The kind of document that an activity is kept as. */
  static final String ACTIVITY = "activity";

  void run(LiveExecution run, Effect effect) {
    Execution execution = run.execution;
    switch (effect) {
      case Effect.Queue(int scope, int sequence) -> executions.queue(execution, scope, sequence);
      case Effect.Begin(TaskCaller.Call call) -> call(call);
      case Effect.Offer offer -> offer(execution, offer);
      case Effect.Alarm(long at) -> executions.alarm(execution.id(), execution.owner(), at);
      case Effect.Release r -> calls.done(execution.owner());
      case Effect.Report(Execution.Parent parent) ->
          report(parent, StoredExecution.head(execution, run.progress));
      // A job may have ended or been forgotten meanwhile: stopping it twice does nothing.
      case Effect.StopJob(String arn) ->
          store.find(arn).ifPresent(job -> executions.stop(job.execution()));
      case Effect.StartItem item -> start(item);
      case Effect.StopMapRun(String mapRun) -> stopMapRun(mapRun);
      case Effect.Acknowledge(Runnable answer) -> answer.run();
    }
  }

  /** An item that was started before is found: it may have ended, or need to be redriven. */
  private void start(Effect.StartItem item) {
    executions
        .start(item.child(), item.machine())
        .thenAccept(known -> known.ifPresent(child -> found(item, child)));
  }

  private void found(Effect.StartItem item, StoredExecution known) {
    Execution.Parent parent = item.child().parent();
    // A child that still runs reports by itself when it ends; a report from here too would come
    // twice.
    if (parent == null || !known.progress().status().ended()) {
      return;
    }
    boolean failed = known.progress().status() != ExecutionStatus.SUCCEEDED;
    // Compared with the parent's redrives: after a crash the effect is repeated, and a child that
    // was redriven already and failed again must be reported, not redriven without end.
    if (failed && known.progress().redrives() < item.redrive() && !known.execution().express()) {
      executions.redrive(known.execution());
    } else {
      report(parent, known);
    }
  }

  private void offer(Execution execution, Effect.Offer offer) {
    // Nobody can ask for the tasks of an activity that is gone: an offer would wait for the
    // timeout.
    if (store.documents().get(ACTIVITY, offer.activity()) != null) {
      offers.put(
          offer.activity(),
          new ActivityTaskQueue.Offer(
              execution.id(), execution.owner(), offer.scope(), offer.sequence()));
      return;
    }
    String why = "Activity Does Not Exist: '" + offer.activity() + "'";
    var refused = new TaskReply.Failed("States.Runtime", why);
    executions.tell(
        execution.id(),
        execution.owner(),
        new ActorMessage.Returned(offer.scope(), offer.sequence(), refused));
  }

  private void stopMapRun(String mapRun) {
    var running =
        new ExecutionStore.ExecutionQuery(
            null, mapRun, ExecutionStatus.RUNNING, null, Integer.MAX_VALUE);
    store.list(running).forEach(child -> executions.stop(child.execution()));
  }

  private void call(TaskCaller.Call call) {
    Execution.Parent task = call.task();
    caller
        .call(call)
        .thenAccept(
            reply -> {
              // Before the reply is told: the place is free however the execution takes it, even if
              // it has ended.
              calls.done(call.execution().owner());
              var message = new ActorMessage.Returned(task.scope(), task.sequence(), reply);
              executions.tell(task.execution(), call.execution().owner(), message);
              if (reply instanceof TaskReply.Submitted job) {
                // After Returned is in the mailbox: the task must know its job before it hears of
                // the job's end. A job that ended before its parent was stored as waiting has
                // nobody to report to.
                reportIfEnded(task, job.job());
              }
            });
  }

  /** A job may have ended before the task knew of it. */
  void reportIfEnded(Execution.Parent parent, String job) {
    store
        .find(job)
        .filter(storedExecution -> storedExecution.progress().status().ended())
        .ifPresent(storedExecution -> report(parent, storedExecution));
  }

  void report(Execution.Parent parent, StoredExecution job) {
    var message = new ActorMessage.JobEnded(parent.scope(), parent.sequence(), job);
    executions.tell(parent.execution(), job.execution().owner(), message);
  }
}
