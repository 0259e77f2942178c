package dev.heddle.localstack.aws.stepfunctions.run;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the call of a task gave. */
public sealed interface TaskReply {

  /** The call's result; the task's too, unless it waits for a token. */
  record Result(JsonNode value) implements TaskReply {}

  /** The call failed. */
  record Failed(@Nullable String error, @Nullable String cause) implements TaskReply {}

  /** The call started a job for whose end the task waits. */
  record Submitted(JsonNode value, String job) implements TaskReply {}
}
