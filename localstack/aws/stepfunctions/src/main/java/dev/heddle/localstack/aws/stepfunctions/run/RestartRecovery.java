package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.ScopeRow;

/** Takes up one run after a restart: timers, calls that may not have returned, jobs that ended. */
record RestartRecovery(ExecutionEngine executions, EffectRunner effectRunner) {

  void recover(ExecutionStore.UnfinishedExecution unfinished) {
    Execution execution = unfinished.execution();
    boolean ready = unfinished.scopes().isEmpty();
    if (execution.deadline() != null) {
      // Early after a redrive, which then arms the right one; a redrive counts from its own start.
      executions.alarm(execution.id(), execution.owner(), execution.deadline());
    }
    for (ScopeRow row : unfinished.scopes()) {
      BranchScope.Snapshot frame = Json.mapper().readValue(row.body(), BranchScope.Snapshot.class);
      ready |= frame.phase() instanceof Phase.Ready;
      if (row.due() != null) {
        executions.alarm(execution.id(), execution.owner(), row.due());
      }
      switch (frame.phase()) {
        case Working working -> resume(execution, frame, working);
        // Nobody knows whether the call was made before the crash: it is made again (at least
        // once).
        case Phase.Fetching f -> executions.queue(execution, frame.id(), frame.sequence());
        case Phase.Mapping m ->
            executions.tell(
                execution.id(),
                execution.owner(),
                new ActorMessage.Refill(frame.id(), frame.sequence()));
        case Phase.Ready r -> {}
        case Phase.Sleeping s -> {}
        case Phase.Backoff b -> {}
        case Phase.Branching b -> {}
        case Phase.Iterating i -> {}
        case Phase.Done d -> {}
      }
    }
    if (ready) {
      executions.tell(execution.id(), execution.owner(), new ActorMessage.Proceed());
    }
  }

  /**
   * A call that had not returned is made again, a task not taken is offered again; a job may have
   * ended meanwhile.
   */
  private void resume(Execution execution, BranchScope.Snapshot frame, Working working) {
    if (working.step() != Working.Step.WAITING) {
      executions.queue(execution, frame.id(), frame.sequence());
    } else if (working.job() != null) {
      var parent = new Execution.Parent(execution.id(), frame.id(), frame.sequence());
      effectRunner.reportIfEnded(parent, working.job());
    }
  }
}
