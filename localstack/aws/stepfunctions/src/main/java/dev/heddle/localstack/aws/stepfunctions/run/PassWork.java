package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.query.DataFlow;
import dev.heddle.localstack.aws.stepfunctions.query.JsonPathFlow;
import tools.jackson.databind.JsonNode;

/** Pass: the input, or a fixed or computed result, becomes the output. */
final class PassWork {
  private PassWork() {}

  static void enter(StateVisit stateVisit, StateDefinition.Pass pass) {
    JsonNode result =
        switch (pass.flow()) {
          case DataFlow.Jsonata flow -> null;
          case JsonPathFlow flow ->
              pass.result() != null ? pass.result() : flow.effectiveInput(stateVisit.data());
        };
    stateVisit.finish(result, pass.next());
  }
}
