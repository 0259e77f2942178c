package dev.heddle.localstack.aws.stepfunctions.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of a run.
 *
 * @param events its history; empty where there is none to ask for
 * @param seconds how long it took; null where that says nothing
 */
record StoryEnd(
    String status,
    @Nullable String output,
    @Nullable String error,
    @Nullable String cause,
    List<Happened> events,
    @Nullable Double seconds) {

  /** One event of a history. */
  record Happened(long id, long previous, String type, JsonNode details) {}
}
