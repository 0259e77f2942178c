package dev.heddle.localstack.aws.stepfunctions.query;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Why a state or a run failed; both parts may be absent. */
public record StateFailure(@Nullable String error, @Nullable String cause) {

  /** The error of anything the engine could not process; it ends the run whatever is caught. */
  public static final String RUNTIME = "States.Runtime";

  /** The error of a task that took too long, or whose worker fell silent. */
  public static final String TIMEOUT = "States.Timeout";

  /** The error of a payload above its limit. */
  public static final String DATA_LIMIT = "States.DataLimitExceeded";

  /** The error of a JSONata expression. */
  public static final String QUERY = "States.QueryEvaluationError";

  /** Whether nothing may retry or catch it. */
  public boolean fatal() {
    return RUNTIME.equals(error);
  }

  /** What a catcher reads as the error output. */
  public ObjectNode output() {
    ObjectNode output = Json.object();
    output.set("Error", text(error));
    output.set("Cause", text(TIMEOUT.equals(error) && cause == null ? "" : cause));
    return output;
  }

  private static JsonNode text(@Nullable String value) {
    return value == null ? Json.nothing() : Json.string(value);
  }
}
