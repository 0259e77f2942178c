package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Resource;
import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Task: something is called, and perhaps waited for; its result is the state's. */
final class TaskWork {
  private TaskWork() {}

  /** How long a Task may take, and how long its worker may be silent; in seconds. */
  record Times(@Nullable Long timeout, @Nullable Long heartbeat) {
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

  static void enter(Visit visit, State.Task task) {
    String own =
        task.waits() ? Tokens.create(visit.turn().run.execution.id(), visit.scope().id) : null;
    Data data = visit.data(task.resource() instanceof Resource.Activity ? null : own);
    Payload arguments = Limits.checked(task.flow().effective(data), task.name());
    Times times = new Times(seconds(data, task.timeout()), seconds(data, task.heartbeat()));
    new TaskEvents(visit, task.resource()).scheduled(arguments, times);
    Working working = working(visit, arguments, own, times);
    if (task.resource() instanceof Resource.Activity(String arn)) {
      visit.phase(working.offered());
      visit.turn().effect(new Effect.Offer(arn, visit.scope().id, visit.scope().sequence));
    } else {
      visit.phase(working);
      visit.turn().effect(new Effect.Queue(visit.scope().id, visit.scope().sequence));
    }
  }

  /** A worker begins; from now on it must not be silent for too long. */
  static Taken taken(Visit visit, State.Task task, Working working, @Nullable String worker) {
    new TaskEvents(visit, task.resource()).started(worker);
    stay(visit, working.waiting(null, visit.turn().millis()));
    return new Taken(String.valueOf(working.token()), working.arguments());
  }

  private static Working working(
      Visit visit, Payload arguments, @Nullable String token, Times times) {
    long now = visit.turn().millis();
    Long deadline = times.timeout() == null ? null : now + times.timeout() * 1000;
    Long silence = times.heartbeat() == null ? null : times.heartbeat() * 1000;
    Long heartbeat = silence == null ? null : now + silence;
    return new Working(
        Working.Step.CALLING, arguments.text(), token, null, deadline, heartbeat, silence, null);
  }

  private static @Nullable Long seconds(Data data, @Nullable Template template) {
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
  static void returned(Visit visit, State.Task task, Working working, TaskReply reply) {
    switch (reply) {
      case TaskReply.Failed(String error, String cause) ->
          failed(visit, task, new Failure(error, cause));
      case TaskReply.Submitted(JsonNode value, String job) ->
          submitted(visit, task, working, value, job);
      case TaskReply.Result(JsonNode value) -> {
        if (task.resource().pattern() == Resource.Pattern.TOKEN) {
          submitted(visit, task, working, value, null);
        } else {
          succeeded(visit, task, value);
        }
      }
    }
  }

  private static void submitted(
      Visit visit, State.Task task, Working working, JsonNode value, @Nullable String job) {
    new TaskEvents(visit, task.resource()).submitted(Payload.of(value));
    if (working.early() != null) {
      settled(visit, task, working.early());
    } else {
      stay(visit, working.waiting(job, visit.turn().millis()));
    }
  }

  /** The token came back, or the job has ended. */
  static void settle(Visit visit, State.Task task, Working working, Outcome outcome) {
    if (working.step() == Working.Step.CALLING) {
      stay(visit, working.early(outcome));
    } else {
      settled(visit, task, outcome);
    }
  }

  private static void settled(Visit visit, State.Task task, Outcome outcome) {
    if (outcome.output() == null) {
      failed(visit, task, new Failure(outcome.error(), outcome.cause()));
    } else {
      succeeded(visit, task, Json.parse(outcome.output()));
    }
  }

  /** Keeps the attempt, so that its sequence stays the same. */
  static void stay(Visit visit, Working working) {
    visit.scope().phase = working;
    visit.turn().touch(visit.scope());
  }

  private static void succeeded(Visit visit, State.Task task, JsonNode value) {
    TaskEvents events = new TaskEvents(visit, task.resource());
    Payload result = Payload.of(value);
    if (result.tooLarge()) {
      failed(visit, task, Limits.tooLarge(events.blamed()).failure());
    } else {
      events.succeeded(result);
      visit.finish(value, task.next());
    }
  }

  /** The call has failed, or its time is over. */
  static void failed(Visit visit, State.Task task, Failure failure) {
    new TaskEvents(visit, task.resource()).failed(failure);
    visit.transitions().fail(visit.scope(), failure);
  }
}
