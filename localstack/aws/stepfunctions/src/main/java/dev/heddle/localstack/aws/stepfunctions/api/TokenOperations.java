package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.run.Executions;
import dev.heddle.localstack.aws.stepfunctions.run.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What workers say about the tasks they were given tokens for. */
final class TokenOperations {
  private final Executions executions;

  TokenOperations(Executions executions) {
    this.executions = executions;
  }

  void register(Map<String, Operation> operations) {
    operations.put("SendTaskSuccess", request -> send(request, Outcome.of(output(request))));
    operations.put(
        "SendTaskFailure",
        request -> send(request, Outcome.failed(request.string("error"), request.string("cause"))));
    operations.put("SendTaskHeartbeat", request -> send(request, null));
  }

  private static String output(Request request) {
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

  private JsonNode send(Request request, @Nullable Outcome outcome) {
    String token = request.required("taskToken");
    return switch (Await.done(executions.token(token, outcome))) {
      case ACCEPTED -> Json.object();
      case TIMED_OUT ->
          throw new AwsFault(
              "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
      case UNKNOWN -> throw new AwsFault("TaskDoesNotExist", "Task Does Not Exist");
      case INVALID -> throw new AwsFault("InvalidToken", "Invalid Token: 'Invalid token'");
    };
  }
}
