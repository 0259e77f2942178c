package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Resource;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import java.util.concurrent.CompletionStage;

/** Calls what tasks call. */
@FunctionalInterface
public interface TaskCaller {

  /**
   * Begins a call; failures are replies, the stage itself never fails.
   *
   * @param parent the task's address, for a job that reports its end
   */
  CompletionStage<TaskReply> call(
      Execution caller, Resource resource, Payload arguments, Execution.Parent parent);
}
