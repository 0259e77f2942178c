package dev.heddle.localstack.lab.vectors;

import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A recorded execution: run again, compared level by level. */
final class ExecutionCase {
  static final AccountArns ARNS = new AccountArns("us-east-1", "111111111111");

  private ExecutionCase() {}

  static VectorScore score(JsonNode vector) {
    String id = vector.get("id").stringValue();
    boolean events = vector.path("expected").has("events");
    int most = events ? 4 : 3;
    try {
      InMemoryEngine.Result result = run(vector);
      int level = level(vector, result);
      return new VectorScore(id, level, most, level >= most ? "" : told(vector, result, level));
    } catch (RuntimeException e) {
      // The door of a case: whatever goes wrong in it is its result.
      return VectorScore.none(id, most, e.toString());
    }
  }

  private static InMemoryEngine.Result run(JsonNode vector) {
    Instant start =
        vector.has("startTime")
            ? Instant.parse(vector.get("startTime").stringValue())
            : Instant.parse("2025-01-01T00:00:00Z");
    VirtualTime time = new VirtualTime(start);
    RecordedTaskCaller replay = new RecordedTaskCaller(vector, time);
    InMemoryEngine engine = InMemoryEngine.answeredBy(replay, time, ARNS);
    replay.settleWith(engine);
    boolean express = vector.path("type").asString("").equals("EXPRESS");
    String name = vector.path("executionName").asString("execution");
    var machine = engine.create("machine-name", Json.text(vector.get("definition")), express);
    return engine.run(machine, name, Json.text(vector.get("input")));
  }

  private static int level(JsonNode vector, InMemoryEngine.Result result) {
    JsonNode expected = vector.get("expected");
    JsonMatcher matching = JsonMatcher.of(vector);
    if (!expected.get("status").stringValue().equals(result.status().name())) {
      return 0;
    }
    if (expected.has("output")
        && !matching.matches(expected.get("output"), json(result.output()))) {
      return 1;
    }
    if (expected.has("error") && !matching.matches(expected.get("error"), text(result.error()))) {
      return 1;
    }
    if (expected.has("cause") && !matching.matches(expected.get("cause"), text(result.cause()))) {
      return 2;
    }
    String order = vector.path("eventOrder").asString("total");
    return !expected.has("events")
            || new HistoryMatcher(matching, order).matches(expected.get("events"), result.history())
        ? 4
        : 3;
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.parse(text);
  }

  private static @Nullable JsonNode text(@Nullable String text) {
    return text == null ? null : Json.string(text);
  }

  private static String told(JsonNode vector, InMemoryEngine.Result result, int level) {
    JsonNode expected = vector.get("expected");
    if (level == 3) {
      String wanted =
          expected
              .path("events")
              .valueStream()
              .map(e -> "\n    " + e)
              .collect(Collectors.joining());
      String given =
          result.history().stream()
              .map(e -> "\n    " + e.id() + "<" + e.previous() + " " + HistoryMatcher.flat(e))
              .collect(Collectors.joining());
      return "\n  expected:" + wanted + "\n  given:" + given;
    }
    return "\n  expected: "
        + expected.get("status")
        + " "
        + expected.path("output")
        + " "
        + expected.path("error")
        + " "
        + expected.path("cause")
        + "\n  given:    "
        + result.status()
        + " "
        + result.output()
        + " "
        + result.error()
        + " "
        + result.cause();
  }
}
