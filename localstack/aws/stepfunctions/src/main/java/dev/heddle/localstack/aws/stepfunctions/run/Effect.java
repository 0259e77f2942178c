package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.Execution.Parent;

/** What a turn wants done in the world; done only after the turn is durable. */
sealed interface Effect {

  /** Call a task when it is this execution's turn to do so. */
  record Queue(int scope, int sequence) implements Effect {}

  /** Call a task now. */
  record Begin(TaskCaller.Call call) implements Effect {}

  /** Offer a task to the workers of an activity. */
  record Offer(String activity, int scope, int sequence) implements Effect {}

  /** Give back the place of a call that is no longer wanted. */
  record Release() implements Effect {}

  /** Wake the execution at a time, in milliseconds since the epoch. */
  record Alarm(long at) implements Effect {}

  /** Tell the task that waits for this execution that it has ended. */
  record Report(Parent parent) implements Effect {}

  /**
   * Start the execution of an item of a distributed Map, or redrive it if it failed before the Map
   * itself was redriven for the given time.
   */
  record StartItem(Execution child, MachineDefinition machine, int redrive) implements Effect {}

  /** Stop the executions of a map run. */
  record StopMapRun(String mapRun) implements Effect {}

  /** Stop an execution that a task was waiting for. */
  record StopJob(String arn) implements Effect {}

  /** Tell the caller of a token operation that its word is safe. */
  record Acknowledge(Runnable answer) implements Effect {}
}
