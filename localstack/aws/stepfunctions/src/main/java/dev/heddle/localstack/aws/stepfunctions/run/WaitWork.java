package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.definition.Timestamps;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import tools.jackson.databind.JsonNode;

/** Wait: nothing happens until a time has come. */
final class WaitWork {
  private static final double LONGEST = 99_999_999;

  private WaitWork() {}

  static void enter(Visit visit, State.Wait wait) {
    long until = until(visit, wait.delay());
    if (until <= visit.turn().millis()) {
      over(visit, wait);
    } else {
      visit.phase(new Phase.Sleeping(until));
    }
  }

  static void over(Visit visit, State.Wait wait) {
    visit.finish(null, wait.next());
  }

  private static long until(Visit visit, State.Delay delay) {
    Data data = visit.data();
    Data read = data.withInput(visit.state().flow().source(data));
    return switch (delay) {
      case State.Delay.Seconds seconds ->
          visit.turn().millis() + millis(seconds.seconds().evaluate(read));
      case State.Delay.Until until -> timestamp(until.timestamp().evaluate(read));
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
    return Timestamps.read(text)
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
