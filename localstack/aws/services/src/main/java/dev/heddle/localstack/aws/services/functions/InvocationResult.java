package dev.heddle.localstack.aws.services.functions;

import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call came to.
 *
 * @param payload what the function answered, or its error as Lambda words it
 * @param failed whether it is an error of the function
 */
public record InvocationResult(byte[] payload, boolean failed) {

  static InvocationResult success(byte[] payload) {
    return new InvocationResult(payload, false);
  }

  static InvocationResult failure(String type, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("errorMessage", message);
    error.put("errorType", type);
    return new InvocationResult(JsonProtocol.JSON.writeValueAsBytes(error), true);
  }

  static InvocationResult of(Throwable thrown) {
    return failure(thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
  }
}
