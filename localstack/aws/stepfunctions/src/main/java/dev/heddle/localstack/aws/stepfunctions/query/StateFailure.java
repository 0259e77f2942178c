package dev.heddle.localstack.aws.stepfunctions.query;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a state or a run failed; error and cause may be absent.
 *
 * @param silent whether it is the timeout of a worker who sent no heartbeat, which the history
 *     shows like any timeout, but a Retry or Catch can name
 */
public record StateFailure(@Nullable String error, @Nullable String cause, boolean silent) {

  /** The error of anything the engine could not process; it ends the run whatever is caught. */
  public static final String RUNTIME = "States.Runtime";

  /** The error of a task that took too long, or whose worker fell silent. */
  public static final String TIMEOUT = "States.Timeout";

  /** The name by which a Retry or Catch tells a worker's silence from other timeouts. */
  public static final String SILENCE = "States.HeartbeatTimeout";

  /** The error of a payload above its limit. */
  public static final String DATA_LIMIT = "States.DataLimitExceeded";

  /** The error of a JSONata expression. */
  public static final String QUERY = "States.QueryEvaluationError";

  /** A failure that is no worker's silence. */
  public StateFailure(@Nullable String error, @Nullable String cause) {
    this(error, cause, false);
  }

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
