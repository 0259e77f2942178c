package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.query.Flow;
import dev.heddle.localstack.aws.stepfunctions.query.JsonPathFlow;
import tools.jackson.databind.JsonNode;

/** Pass: the input, or a fixed or computed result, becomes the output. */
final class PassWork {
  private PassWork() {}

  static void enter(Visit visit, State.Pass pass) {
    JsonNode result =
        switch (pass.flow()) {
          case Flow.Jsonata flow -> null;
          case JsonPathFlow flow ->
              pass.result() != null ? pass.result() : flow.effective(visit.data());
        };
    visit.finish(result, pass.next());
  }
}
