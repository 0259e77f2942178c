package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import dev.heddle.localstack.aws.stepfunctions.run.Trial;
import dev.heddle.localstack.aws.stepfunctions.run.Trial.Ending;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** TestState: one state with its work done or mocked, and what it makes of it. */
final class TestStateOperation {
  private static final long LONGEST_MILLIS = 300_000;

  private final Assembly engine;

  TestStateOperation(Assembly engine) {
    this.engine = engine;
  }

  void register(Map<String, Operation> operations) {
    operations.put("TestState", request -> test(TestStateRequest.read(request)));
  }

  private JsonNode test(TestStateRequest request) {
    Instant now = engine.time().now();
    var setup =
        new Trial.Setup(
            request.branch(),
            execution(request, now),
            request.variables(),
            request.context(),
            request.retries());
    Trial trial = Trial.of(setup, now, engine.random());
    var inspection = new TestStateInspection(trial);
    TaskCaller.Call call = trial.call();
    inspection.before(call == null ? null : call.arguments().json());
    JsonNode result = work(request, trial, call);
    Ending ending = trial.ending();
    if (ending instanceof Ending.Succeeded) {
      inspection.after(result);
    }
    return answer(request, trial, ending, inspection.shown());
  }

  private Execution execution(TestStateRequest request, Instant now) {
    String machine = UUID.randomUUID().toString();
    String name = UUID.randomUUID().toString();
    return new Execution(
        engine.store().nextExecution(),
        engine.arns().express(machine, name),
        engine.arns().machine(machine),
        null,
        null,
        name,
        request.roleArn(),
        machine,
        true,
        "",
        request.input().text(),
        null,
        now.toEpochMilli(),
        null,
        null,
        null);
  }

  /** Does or mocks the state's work; gives the result if it had one. */
  private @Nullable JsonNode work(
      TestStateRequest request, Trial trial, TaskCaller.@Nullable Call call) {
    if (request.readerData() != null) {
      trial.read(request.readerData());
    }
    if (!trial.contains() && trial.call() == null) {
      return null;
    }
    return switch (request.mock()) {
      case null -> call == null ? null : called(trial, call);
      case TestStateRequest.Mock.Error(Failure failure) -> {
        trial.fail(failure);
        yield null;
      }
      case TestStateRequest.Mock.Result(JsonNode value) -> {
        trial.succeed(value, request.failures());
        yield value;
      }
    };
  }

  private @Nullable JsonNode called(Trial trial, TaskCaller.Call call) {
    Long due = trial.due();
    long left = due == null ? LONGEST_MILLIS : due - engine.time().now().toEpochMilli();
    TaskReply late = new TaskReply.Failed(Failure.TIMEOUT, null);
    TaskReply reply =
        engine
            .caller()
            .call(call)
            .toCompletableFuture()
            .completeOnTimeout(late, Math.min(left, LONGEST_MILLIS), TimeUnit.MILLISECONDS)
            .join();
    trial.answer(reply);
    return reply instanceof TaskReply.Result(JsonNode value) ? value : null;
  }

  private static JsonNode answer(
      TestStateRequest request, Trial trial, Ending ending, ObjectNode inspected) {
    ObjectNode shown = Json.object();
    switch (ending) {
      case Ending.Succeeded(JsonNode output, String next) -> {
        shown.put("status", "SUCCEEDED").put("output", Json.text(output));
        Shapes.put(shown, "nextState", next);
      }
      case Ending.Caught(Failure failure, int catcher, JsonNode output, String next) -> {
        shown.put("status", "CAUGHT_ERROR").put("output", Json.text(output)).put("nextState", next);
        failure(shown, failure);
        inspected.putObject("errorDetails").put("catchIndex", catcher);
      }
      case Ending.Retriable(Failure failure, int retrier, long seconds) -> {
        failure(shown.put("status", "RETRIABLE"), failure);
        inspected
            .putObject("errorDetails")
            .put("retryIndex", retrier)
            .put("retryBackoffIntervalSeconds", seconds);
      }
      case Ending.Failed(Failure failure) -> failure(shown.put("status", "FAILED"), failure);
    }
    if (request.inspects()) {
      variables(trial, inspected);
      shown.set("inspectionData", inspected);
    }
    return shown;
  }

  private static void variables(Trial trial, ObjectNode inspected) {
    Map<String, JsonNode> values = trial.variables();
    if (!values.isEmpty()) {
      ObjectNode all = Json.object();
      values.forEach(all::set);
      inspected.put("variables", Json.text(all));
    }
  }

  private static void failure(ObjectNode shown, Failure failure) {
    Shapes.put(shown, "error", failure.error());
    Shapes.put(shown, "cause", failure.cause());
  }
}
