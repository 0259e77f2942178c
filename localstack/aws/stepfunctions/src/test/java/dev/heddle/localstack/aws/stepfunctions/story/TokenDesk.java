package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import tools.jackson.databind.JsonNode;

/** Where workers of a story bring back their tokens. */
interface TokenDesk {
  void success(String token, String output);

  void failure(String token, JsonNode error, JsonNode cause);

  void heartbeat(String token);

  /** Arranges all that a script says about one token. */
  default void plan(StoryTime time, String token, JsonNode script) {
    script.path("beats").forEach(at -> time.after(at.doubleValue(), () -> heartbeat(token)));
    if (script.has("gives") || script.has("fails")) {
      time.after(script.path("after").asDouble(0), () -> end(token, script));
    }
  }

  /** Ends a task as a script says. */
  default void end(String token, JsonNode script) {
    if (script.has("gives")) {
      success(token, Json.text(script.get("gives")));
    } else {
      failure(token, script.get("fails"), script.path("cause"));
    }
  }
}
