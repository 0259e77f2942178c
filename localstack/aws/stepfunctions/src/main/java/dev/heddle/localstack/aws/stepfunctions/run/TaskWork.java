package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Task: something is called, and perhaps waited for; its result is the state's. */
final class TaskWork {
  private TaskWork() {}

  /** How long a Task may take, and how long its worker may be silent; in seconds. */
  record Timeouts(@Nullable Long timeout, @Nullable Long heartbeat) {
    ObjectNode show(ObjectNode details) {
      if (timeout != null) {
        details.put("timeoutInSeconds", timeout);
      }
      if (heartbeat != null) {
        details.put("heartbeatInSeconds", heartbeat);
      }
      return details;
    }
  }

  static void enter(StateVisit stateVisit, StateDefinition.Task task) {
    String own =
        task.waits()
            ? TaskTokenCodec.create(stateVisit.turn().run.execution.id(), stateVisit.scope().id)
            : null;
    EvaluationContext data =
        stateVisit.data(task.resource() instanceof TaskResource.Activity ? null : own);
    Payload arguments = PayloadLimits.checked(task.flow().effectiveInput(data), task.name());
    Timeouts timeouts =
        new Timeouts(seconds(data, task.timeout()), seconds(data, task.heartbeat()));
    new TaskEvents(stateVisit, task.resource()).scheduled(arguments, timeouts);
    Working working = working(stateVisit, arguments, own, timeouts);
    if (task.resource() instanceof TaskResource.Activity(String arn)) {
      stateVisit.phase(working.offered());
      stateVisit
          .turn()
          .effect(new Effect.Offer(arn, stateVisit.scope().id, stateVisit.scope().sequence));
    } else {
      stateVisit.phase(working);
      stateVisit
          .turn()
          .effect(new Effect.Queue(stateVisit.scope().id, stateVisit.scope().sequence));
    }
  }

  /** A worker begins; from now on it must not be silent for too long. */
  static ActivityTask taken(
      StateVisit stateVisit, StateDefinition.Task task, Working working, @Nullable String worker) {
    new TaskEvents(stateVisit, task.resource()).started(worker);
    stay(stateVisit, working.waiting(null, stateVisit.turn().millis()));
    return new ActivityTask(String.valueOf(working.token()), working.arguments());
  }

  private static Working working(
      StateVisit stateVisit, Payload arguments, @Nullable String token, Timeouts timeouts) {
    long now = stateVisit.turn().millis();
    Long deadline = timeouts.timeout() == null ? null : now + timeouts.timeout() * 1000;
    Long silence = timeouts.heartbeat() == null ? null : timeouts.heartbeat() * 1000;
    Long heartbeat = silence == null ? null : now + silence;
    return new Working(
        Working.Step.CALLING, arguments.text(), token, null, deadline, heartbeat, silence, null);
  }

  private static @Nullable Long seconds(EvaluationContext data, @Nullable ValueTemplate template) {
    if (template == null) {
      return null;
    }
    JsonNode value = template.evaluate(data);
    if (!value.isNumber() || value.doubleValue() < 1) {
      throw StateFault.runtime("A timeout or heartbeat must be a positive number: " + value);
    }
    return value.longValue();
  }

  /** The call has returned. */
  static void returned(
      StateVisit stateVisit, StateDefinition.Task task, Working working, TaskReply reply) {
    switch (reply) {
      case TaskReply.Failed(String error, String cause) ->
          failed(stateVisit, task, new StateFailure(error, cause));
      case TaskReply.Submitted(JsonNode value, String job) ->
          submitted(stateVisit, task, working, value, job);
      case TaskReply.Result(JsonNode value) -> {
        if (task.resource().pattern() == TaskResource.IntegrationPattern.TOKEN) {
          submitted(stateVisit, task, working, value, null);
        } else {
          succeeded(stateVisit, task, value);
        }
      }
    }
  }

  private static void submitted(
      StateVisit stateVisit,
      StateDefinition.Task task,
      Working working,
      JsonNode value,
      @Nullable String job) {
    new TaskEvents(stateVisit, task.resource()).submitted(Payload.of(value));
    if (working.early() != null) {
      settled(stateVisit, task, working.early());
    } else {
      stay(stateVisit, working.waiting(job, stateVisit.turn().millis()));
    }
  }

  /** The token came back, or the job has ended. */
  static void settle(
      StateVisit stateVisit, StateDefinition.Task task, Working working, TaskOutcome outcome) {
    if (working.step() == Working.Step.CALLING) {
      stay(stateVisit, working.early(outcome));
    } else {
      settled(stateVisit, task, outcome);
    }
  }

  private static void settled(
      StateVisit stateVisit, StateDefinition.Task task, TaskOutcome outcome) {
    if (outcome.output() == null) {
      failed(stateVisit, task, new StateFailure(outcome.error(), outcome.cause()));
    } else {
      succeeded(stateVisit, task, Json.parse(outcome.output()));
    }
  }

  /** Keeps the attempt, so that its sequence stays the same. */
  static void stay(StateVisit stateVisit, Working working) {
    stateVisit.scope().phase = working;
    stateVisit.turn().touch(stateVisit.scope());
  }

  private static void succeeded(StateVisit stateVisit, StateDefinition.Task task, JsonNode value) {
    TaskEvents events = new TaskEvents(stateVisit, task.resource());
    Payload result = Payload.of(value);
    if (result.tooLarge()) {
      failed(stateVisit, task, PayloadLimits.tooLarge(events.resultSource()).failure());
    } else {
      events.succeeded(result);
      stateVisit.finish(value, task.next());
    }
  }

  /** The call has failed, or its time is over. */
  static void failed(StateVisit stateVisit, StateDefinition.Task task, StateFailure failure) {
    new TaskEvents(stateVisit, task.resource()).failed(failure);
    stateVisit.transitions().fail(stateVisit.scope(), failure);
  }
}
