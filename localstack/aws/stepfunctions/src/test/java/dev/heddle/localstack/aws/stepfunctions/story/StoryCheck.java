package dev.heddle.localstack.aws.stepfunctions.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.conformance.JsonPattern;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.story.StoryEnd.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what became of a run against what its story expects. */
record StoryCheck(ObjectNode expected) {
  private static final Set<String> KNOWN =
      Set.of(
          "status", "output", "error", "cause", "events", "includes", "seconds", "calls", "sends");

  StoryCheck {
    // A misspelt expectation would hold for every run.
    assertThat(KNOWN).as("what a story may expect").containsAll(expected.propertyNames());
  }

  void check(StoryEnd end) {
    checkEnd(end);
    if (!end.events().isEmpty()) {
      checkEvents(end.events());
      checkChain(end.events());
    }
    if (end.seconds() != null && expected.has("seconds")) {
      assertThat(end.seconds()).as("seconds").isEqualTo(expected.get("seconds").doubleValue());
    }
  }

  private void checkEnd(StoryEnd end) {
    String status = expected.has("error") ? "FAILED" : "SUCCEEDED";
    assertThat(end.status()).as("%s", end).isEqualTo(expected.path("status").asString(status));
    if (expected.has("output")) {
      assertThat(Json.parse(String.valueOf(end.output()))).isEqualTo(expected.get("output"));
    }
    if (expected.has("error")) {
      assertThat(end.error()).as("%s", end).isEqualTo(expected.get("error").asString(null));
    }
    if (expected.has("cause")) {
      JsonNode given = end.cause() == null ? Json.nothing() : Json.string(end.cause());
      assertThat(JsonPattern.matches(expected.get("cause"), given))
          .as("cause %s, wanted %s", given, expected.get("cause"))
          .isTrue();
    }
  }

  private void checkEvents(List<Happened> events) {
    if (expected.has("events")) {
      List<String> wanted = new ArrayList<>();
      expected.get("events").forEach(event -> wanted.add(type(event)));
      assertThat(events).extracting(Happened::type).containsExactlyElementsOf(wanted);
      for (int i = 0; i < wanted.size(); i++) {
        JsonNode details = details(expected.get("events").get(i));
        Happened event = events.get(i);
        assertThat(JsonPattern.matches(details, event.details()))
            .as("%s, wanted %s", event, details)
            .isTrue();
      }
    }
    int from = 0;
    for (JsonNode wanted : expected.path("includes")) {
      while (from < events.size() && !matches(wanted, events.get(from))) {
        from++;
      }
      assertThat(from).as("%s is missing in %s", wanted, events).isLessThan(events.size());
      from++;
    }
  }

  private static boolean matches(JsonNode wanted, Happened event) {
    return event.type().equals(type(wanted))
        && JsonPattern.matches(details(wanted), event.details());
  }

  /** An event is its type, or an object whose one field is the type and holds some details. */
  private static String type(JsonNode event) {
    return event.isString() ? event.stringValue() : event.propertyNames().iterator().next();
  }

  private static JsonNode details(JsonNode event) {
    return event.isString() ? Json.object() : event.iterator().next();
  }

  /** Whatever the story: ids count from 1, and every event follows an earlier one. */
  private static void checkChain(List<Happened> events) {
    for (int i = 0; i < events.size(); i++) {
      Happened event = events.get(i);
      assertThat(event.id()).isEqualTo(i + 1);
      assertThat(event.previous()).as("%s", event).isBetween(0L, (long) i);
    }
  }

  void checkWorld(ScriptedWorld world) {
    expected
        .path("calls")
        .properties()
        .forEach(
            call ->
                assertThat(world.calls(call.getKey()))
                    .as("calls of %s", call.getKey())
                    .isEqualTo(call.getValue().intValue()));
    for (JsonNode sent : expected.path("sends")) {
      assertThat(world.requests().stream().map(Json::parse).toList())
          .as("what was sent")
          .anyMatch(request -> JsonPattern.matches(sent, request));
    }
  }
}
