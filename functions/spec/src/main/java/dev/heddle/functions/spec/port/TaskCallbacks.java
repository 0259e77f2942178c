package dev.heddle.functions.spec.port;

import tools.jackson.databind.JsonNode;

/** Tasks of runs that wait for a token to come back. */
public interface TaskCallbacks {

  /**
   * Completes a task with its output.
   *
   * @throws dev.heddle.functions.spec.fault.Fault unavailable when Step Functions does not answer
   */
  Result succeed(String token, JsonNode output);

  /** What became of what was sent. */
  enum Result {
    /** The task goes on with it. */
    TAKEN,
    /** The task waits no longer: it was completed, ran out of time, or its run ended. */
    OVER
  }
}
