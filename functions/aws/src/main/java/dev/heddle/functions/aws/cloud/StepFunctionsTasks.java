package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.port.Tasks;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import tools.jackson.databind.JsonNode;

/** Waiting tasks on Step Functions. */
record StepFunctionsTasks(SfnClient client) implements Tasks {

  @Override
  public Sent succeed(String token, JsonNode output) {
    return SfnFaults.of(
        () -> {
          try {
            client.sendTaskSuccess(r -> r.taskToken(token).output(output.toString()));
            return Sent.TAKEN;
          } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
            return Sent.OVER;
          }
        });
  }
}
