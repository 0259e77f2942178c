package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import dev.heddle.localstack.aws.stepfunctions.run.TestStateRun;
import dev.heddle.localstack.aws.stepfunctions.run.TestStateRun.Ending;
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

  private final EngineAssembly engine;

  TestStateOperation(EngineAssembly engine) {
    this.engine = engine;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("TestState", request -> test(TestStateRequest.read(request)));
  }

  private JsonNode test(TestStateRequest request) {
    Instant now = engine.time().now();
    var setup =
        new TestStateRun.Setup(
            request.branch(),
            execution(request, now),
            request.variables(),
            request.context(),
            request.retries());
    TestStateRun testStateRun = TestStateRun.of(setup, now, engine.random());
    var inspection = new TestStateInspection(testStateRun);
    TaskCaller.Call call = testStateRun.call();
    inspection.before(call == null ? null : call.arguments().json());
    JsonNode result = work(request, testStateRun, call);
    Ending ending = testStateRun.ending();
    if (ending instanceof Ending.Succeeded) {
      inspection.after(result);
    }
    return answer(request, testStateRun, ending, inspection.shown());
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
      TestStateRequest request, TestStateRun testStateRun, TaskCaller.@Nullable Call call) {
    if (request.readerData() != null) {
      testStateRun.read(request.readerData());
    }
    if (!testStateRun.contains() && testStateRun.call() == null) {
      return null;
    }
    return switch (request.mock()) {
      case null -> call == null ? null : called(testStateRun, call);
      case TestStateRequest.Mock.Error(StateFailure failure) -> {
        testStateRun.fail(failure);
        yield null;
      }
      case TestStateRequest.Mock.Result(JsonNode value) -> {
        testStateRun.succeed(value, request.failures());
        yield value;
      }
    };
  }

  private @Nullable JsonNode called(TestStateRun testStateRun, TaskCaller.Call call) {
    Long due = testStateRun.due();
    long left = due == null ? LONGEST_MILLIS : due - engine.time().now().toEpochMilli();
    TaskReply late = new TaskReply.Failed(StateFailure.TIMEOUT, null);
    TaskReply reply =
        engine
            .caller()
            .call(call)
            .toCompletableFuture()
            .completeOnTimeout(late, Math.min(left, LONGEST_MILLIS), TimeUnit.MILLISECONDS)
            .join();
    testStateRun.answer(reply);
    return reply instanceof TaskReply.Result(JsonNode value) ? value : null;
  }

  private static JsonNode answer(
      TestStateRequest request, TestStateRun testStateRun, Ending ending, ObjectNode inspected) {
    ObjectNode shown = Json.object();
    switch (ending) {
      case Ending.Succeeded(JsonNode output, String next) -> {
        shown.put("status", "SUCCEEDED").put("output", Json.text(output));
        ResponseFields.put(shown, "nextState", next);
      }
      case Ending.Caught(StateFailure failure, int catcher, JsonNode output, String next) -> {
        shown.put("status", "CAUGHT_ERROR").put("output", Json.text(output)).put("nextState", next);
        failure(shown, failure);
        inspected.putObject("errorDetails").put("catchIndex", catcher);
      }
      case Ending.Retriable(StateFailure failure, int retrier, long seconds) -> {
        failure(shown.put("status", "RETRIABLE"), failure);
        inspected
            .putObject("errorDetails")
            .put("retryIndex", retrier)
            .put("retryBackoffIntervalSeconds", seconds);
      }
      case Ending.Failed(StateFailure failure) -> failure(shown.put("status", "FAILED"), failure);
    }
    if (request.inspects()) {
      variables(testStateRun, inspected);
      shown.set("inspectionData", inspected);
    }
    return shown;
  }

  private static void variables(TestStateRun testStateRun, ObjectNode inspected) {
    Map<String, JsonNode> values = testStateRun.variables();
    if (!values.isEmpty()) {
      ObjectNode all = Json.object();
      values.forEach(all::set);
      inspected.put("variables", Json.text(all));
    }
  }

  private static void failure(ObjectNode shown, StateFailure failure) {
    ResponseFields.put(shown, "error", failure.error());
    ResponseFields.put(shown, "cause", failure.cause());
  }
}
