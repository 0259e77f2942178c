package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.run.TaskOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What workers say about the tasks they were given tokens for. */
final class TokenOperations {
  private final ExecutionEngine executionEngine;

  TokenOperations(ExecutionEngine executionEngine) {
    this.executionEngine = executionEngine;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("SendTaskSuccess", request -> send(request, TaskOutcome.of(output(request))));
    operations.put(
        "SendTaskFailure",
        request ->
            send(request, TaskOutcome.failed(request.string("error"), request.string("cause"))));
    operations.put("SendTaskHeartbeat", request -> send(request, null));
  }

  private static String output(OperationRequest request) {
    try {
      Payload output = Payload.parse(request.required("output"));
      if (output.tooLarge()) {
        throw new AwsFault(
            "InvalidOutput", "The output is larger than " + Payload.LIMIT + " bytes");
      }
      return output.text();
    } catch (JacksonException e) {
      throw new AwsFault("InvalidOutput", "Invalid Output: '" + e.getOriginalMessage() + "'");
    }
  }

  private JsonNode send(OperationRequest request, @Nullable TaskOutcome outcome) {
    String token = request.required("taskToken");
    return switch (BoundedWait.join(executionEngine.token(token, outcome))) {
      case ACCEPTED -> Json.object();
      case TIMED_OUT ->
          throw new AwsFault(
              "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
      case UNKNOWN -> throw new AwsFault("TaskDoesNotExist", "Task Does Not Exist");
      case INVALID -> throw new AwsFault("InvalidToken", "Invalid Token: 'Invalid token'");
    };
  }
}
