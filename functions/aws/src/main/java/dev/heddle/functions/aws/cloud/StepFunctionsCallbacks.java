package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.port.TaskCallbacks;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import tools.jackson.databind.JsonNode;

/** Waiting tasks on Step Functions. */
record StepFunctionsCallbacks(SfnClient client) implements TaskCallbacks {

  @Override
  public Result succeed(String token, JsonNode output) {
    return StepFunctionsProblems.of(
        () -> {
          try {
            client.sendTaskSuccess(r -> r.taskToken(token).output(output.toString()));
            return Result.TAKEN;
          } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
            return Result.OVER;
          }
        });
  }
}
