package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.shape.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What failed, as a builder calls it: of an execution that was waited for its own error, which Step
 * Functions tells inside a description of that execution.
 */
record ExecutionFailure(@Nullable String error, @Nullable String cause) {
  private static final int DEEPEST = 10;

  static ExecutionFailure of(@Nullable String error, @Nullable String cause) {
    ExecutionFailure failure = new ExecutionFailure(error, cause);
    for (int depth = 0; depth < DEEPEST && failure.child().has("Error"); depth++) {
      JsonNode child = failure.child();
      failure = new ExecutionFailure(text(child, "Error"), text(child, "Cause"));
    }
    return failure;
  }

  /** The execution that the cause describes, if it does. */
  private JsonNode child() {
    JsonNode json = json();
    return json.path("ExecutionArn").isString() ? json : MissingNode.getInstance();
  }

  /** The cause; of a Lambda function's error object only the message. */
  @Nullable String reason() {
    String message = text(json(), "errorMessage");
    return message == null ? cause : message;
  }

  private JsonNode json() {
    try {
      return cause == null || !cause.startsWith("{")
          ? MissingNode.getInstance()
          : WireJson.MAPPER.readTree(cause);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode text = json.path(field);
    return text.isString() ? text.stringValue() : null;
  }
}
