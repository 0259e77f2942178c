package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes up a failed run where it stood: what has ended well stays so, the rest is tried again. */
record Redriving(Turn turn, Transitions transitions) {

  void run() {
    Run run = turn.run;
    run.progress = run.progress.redriven(turn.millis());
    int count = run.progress.redrives();
    turn.emit(
        "ExecutionRedriven", run.progress.lastEvent(), Json.object().put("redriveCount", count));
    for (Scope scope : List.copyOf(run.scopes.values())) {
      if (run.scope(scope.id) == scope && !run.ended()) {
        again(scope);
      }
    }
  }

  private void again(Scope scope) {
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

  private void attempt(Scope scope) {
    transitions.attempt(transitions.visit(scope));
  }

  /** The items of a distributed Map that failed are redriven, each in its own execution. */
  private void items(Scope scope, Phase.Mapping mapping) {
    List<Integer> failed = new ArrayList<>();
    for (Map.Entry<Integer, Outcome> result : turn.run.results(scope.id).entrySet()) {
      if (result.getValue().output() == null) {
        failed.add(result.getKey());
      }
    }
    failed.forEach(index -> turn.unresult(scope, index));
    Visit visit = transitions.visit(scope);
    MapRuns.write(visit, mapping, Status.RUNNING);
    DistributedWork.refill(visit);
    turn.touch(scope);
  }
}
