package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.IsoTimestamps;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import tools.jackson.databind.JsonNode;

/** Wait: nothing happens until a time has come. */
final class WaitWork {
  private static final double LONGEST = 99_999_999;

  private WaitWork() {}

  static void enter(StateVisit stateVisit, StateDefinition.Wait wait) {
    long until = until(stateVisit, wait.delay());
    if (until <= stateVisit.turn().millis()) {
      over(stateVisit, wait);
    } else {
      stateVisit.phase(new Phase.Sleeping(until));
    }
  }

  static void over(StateVisit stateVisit, StateDefinition.Wait wait) {
    stateVisit.finish(null, wait.next());
  }

  private static long until(StateVisit stateVisit, StateDefinition.Delay delay) {
    EvaluationContext data = stateVisit.data();
    EvaluationContext read = data.withInput(stateVisit.state().flow().source(data));
    return switch (delay) {
      case StateDefinition.Delay.Seconds seconds ->
          stateVisit.turn().millis() + millis(seconds.seconds().evaluate(read));
      case StateDefinition.Delay.Until until -> timestamp(until.timestamp().evaluate(read));
    };
  }

  private static long millis(JsonNode value) {
    double seconds = value.doubleValue();
    if (seconds < 0 || seconds != Math.rint(seconds)) {
      throw StateFault.runtime("The Seconds field must be a whole number from 0: " + value);
    }
    if (seconds > LONGEST) {
      throw StateFault.runtime("Wait state delay is too long.");
    }
    return (long) seconds * 1000;
  }

  private static long timestamp(JsonNode value) {
    String text = value.stringValue();
    return IsoTimestamps.read(text)
        .orElseThrow(
            () ->
                StateFault.query(
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time"
                        + " format string: "
                        + text,
                    "Timestamp"))
        .toEpochMilli();
  }
}
