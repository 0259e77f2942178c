package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import tools.jackson.databind.node.ArrayNode;

/** Parallel: all branches run on the same input; their outputs become a list. */
final class ParallelWork {
  private ParallelWork() {}

  static void enter(StateVisit stateVisit, StateDefinition.Parallel parallel) {
    Payload input =
        PayloadLimits.checked(parallel.flow().effectiveInput(stateVisit.data()), parallel.name());
    long started =
        stateVisit.turn().chain(stateVisit.scope(), "ParallelStateStarted", Json.object());
    stateVisit.phase(new Phase.Branching());
    for (int i = 0; i < parallel.branches().size(); i++) {
      stateVisit.turn().open(stateVisit.scope(), i, input).previous = started;
    }
  }

  static void childDone(
      StateVisit stateVisit, StateDefinition.Parallel parallel, BranchScope child) {
    BranchScope scope = stateVisit.scope();
    scope.previous = child.previous;
    if (scope.done == parallel.branches().size()) {
      stateVisit.turn().emit("ParallelStateSucceeded", scope.previous, Json.object());
      stateVisit.finish(outputs(stateVisit), parallel.next());
    }
  }

  /** The outputs of all children, in the order of branches or items. */
  static ArrayNode outputs(StateVisit stateVisit) {
    ArrayNode outputs = Json.array();
    for (BranchScope child : stateVisit.turn().run.children(stateVisit.scope())) {
      if (child.phase instanceof Phase.Done(String output)) {
        outputs.add(Json.parse(output));
      }
    }
    return outputs;
  }
}
