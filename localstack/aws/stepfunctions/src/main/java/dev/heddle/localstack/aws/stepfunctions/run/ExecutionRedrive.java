package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes up a failed run where it stood: what has ended well stays so, the rest is tried again. */
record ExecutionRedrive(ActorTurn turn, StateTransitions transitions) {

  void run() {
    LiveExecution run = turn.run;
    run.progress = run.progress.redriven(turn.millis());
    int count = run.progress.redrives();
    turn.emit(
        "ExecutionRedriven", run.progress.lastEvent(), Json.object().put("redriveCount", count));
    for (BranchScope scope : List.copyOf(run.scopes.values())) {
      if (run.scope(scope.id) == scope && !run.ended()) {
        again(scope);
      }
    }
  }

  private void again(BranchScope scope) {
    scope.attempts.clear();
    scope.retries = 0;
    switch (scope.phase) {
      case Phase.Ready r -> turn.run.ready.add(scope);
      case Phase.Mapping mapping -> items(scope, mapping);
      case Phase.Done d -> {}
      case Phase.Branching b -> turn.touch(scope);
      case Phase.Iterating i -> turn.touch(scope);
      case Phase.Sleeping s -> attempt(scope);
      case Phase.Backoff b -> attempt(scope);
      case Phase.Working w -> attempt(scope);
      case Phase.Fetching f -> attempt(scope);
    }
  }

  private void attempt(BranchScope scope) {
    transitions.attempt(transitions.visit(scope));
  }

  /** The items of a distributed Map that failed are redriven, each in its own execution. */
  private void items(BranchScope scope, Phase.Mapping mapping) {
    List<Integer> failed = new ArrayList<>();
    for (Map.Entry<Integer, TaskOutcome> result : turn.run.results(scope.id).entrySet()) {
      if (result.getValue().output() == null) {
        failed.add(result.getKey());
      }
    }
    failed.forEach(index -> turn.removeResult(scope, index));
    StateVisit stateVisit = transitions.visit(scope);
    MapRuns.write(stateVisit, mapping, ExecutionStatus.RUNNING);
    DistributedMapWork.refill(stateVisit);
    turn.touch(scope);
  }
}
