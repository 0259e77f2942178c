package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls what tasks call. */
@FunctionalInterface
public interface TaskCaller {

  /** Begins a call; failures are replies, the stage itself never fails. */
  CompletionStage<TaskReply> call(Call call);

  /**
   * One attempt of a Task.
   *
   * @param token what a worker returns; null where the task does not wait for one
   * @param task the task's address, for a job that reports its end
   */
  record Call(
      Execution execution,
      String state,
      TaskResource resource,
      Payload arguments,
      @Nullable String token,
      Execution.Parent task) {}
}
