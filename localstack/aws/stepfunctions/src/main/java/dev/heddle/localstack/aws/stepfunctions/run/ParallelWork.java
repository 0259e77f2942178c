package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import tools.jackson.databind.node.ArrayNode;

/** Parallel: all branches run on the same input; their outputs become a list. */
final class ParallelWork {
  private ParallelWork() {}

  static void enter(Visit visit, State.Parallel parallel) {
    Payload input = Limits.checked(parallel.flow().effective(visit.data()), parallel.name());
    long started = visit.turn().chain(visit.scope(), "ParallelStateStarted", Json.object());
    visit.phase(new Phase.Branching());
    for (int i = 0; i < parallel.branches().size(); i++) {
      visit.turn().open(visit.scope(), i, input).previous = started;
    }
  }

  static void childDone(Visit visit, State.Parallel parallel, Scope child) {
    Scope scope = visit.scope();
    scope.previous = child.previous;
    if (scope.done == parallel.branches().size()) {
      visit.turn().emit("ParallelStateSucceeded", scope.previous, Json.object());
      visit.finish(outputs(visit), parallel.next());
    }
  }

  /** The outputs of all children, in the order of branches or items. */
  static ArrayNode outputs(Visit visit) {
    ArrayNode outputs = Json.array();
    for (Scope child : visit.turn().run.children(visit.scope())) {
      if (child.phase instanceof Phase.Done(String output)) {
        outputs.add(Json.parse(output));
      }
    }
    return outputs;
  }
}
