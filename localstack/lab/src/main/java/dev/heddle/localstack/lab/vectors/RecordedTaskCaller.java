package dev.heddle.localstack.lab.vectors;

import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.definition.TaskResource;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.run.TaskCaller;
import dev.heddle.localstack.aws.stepfunctions.run.TaskOutcome;
import dev.heddle.localstack.aws.stepfunctions.run.TaskReply;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers each attempt of a task as it was answered in the recording. */
final class RecordedTaskCaller implements TaskCaller {
  private final JsonMatcher matching;
  private final List<JsonNode> unused = new ArrayList<>();
  private final RecordedFunctions functions;
  private final VirtualTime time;
  private @Nullable InMemoryEngine engine;

  RecordedTaskCaller(JsonNode vector, VirtualTime time) {
    this.matching = JsonMatcher.of(vector);
    this.time = time;
    this.functions = new RecordedFunctions(vector.path("lambdas"), time);
    vector.path("taskResults").forEach(unused::add);
  }

  void settleWith(InMemoryEngine other) {
    engine = other;
  }

  @Override
  public CompletionStage<TaskReply> call(Call call) {
    JsonNode recorded = take(call);
    if (recorded == null) {
      return functions.call(call);
    }
    JsonNode result = recorded.path("result");
    if (recorded.has("submitted")) {
      return submitted(call, recorded.get("submitted"), result);
    }
    return hangs(result)
        ? new CompletableFuture<>()
        : CompletableFuture.completedFuture(reply(result));
  }

  private @Nullable JsonNode take(Call call) {
    JsonNode arguments = call.arguments().json();
    JsonNode found = null;
    for (JsonNode entry : unused) {
      if (entry.path("state").asString("").equals(call.state())) {
        JsonNode wanted = entry.has("parameters") ? entry.get("parameters") : entry.get("input");
        if (matching.matches(wanted, arguments)) {
          found = entry;
          break;
        }
        found = found == null ? entry : found;
      }
    }
    unused.remove(found);
    return found;
  }

  private CompletionStage<TaskReply> submitted(Call call, JsonNode value, JsonNode result) {
    InMemoryEngine over = engine;
    if (call.token() != null && over != null && !hangs(result)) {
      String token = call.token();
      time.at(time.now(), () -> over.returnToken(token, outcome(result)));
    }
    boolean job =
        call.resource() instanceof TaskResource.Service service
            && service.pattern() != TaskResource.IntegrationPattern.TOKEN;
    return CompletableFuture.completedFuture(
        job ? new TaskReply.Submitted(value, "none") : new TaskReply.Result(value));
  }

  private static boolean hangs(JsonNode result) {
    return result.isMissingNode() || result.path("timedOut").asBoolean(false);
  }

  private static TaskReply reply(JsonNode result) {
    return result.has("output")
        ? new TaskReply.Result(result.get("output"))
        : new TaskReply.Failed(text(result, "error"), cause(result));
  }

  private static TaskOutcome outcome(JsonNode result) {
    return result.has("output")
        ? TaskOutcome.of(Json.text(result.get("output")))
        : TaskOutcome.failed(text(result, "error"), cause(result));
  }

  private static @Nullable String text(JsonNode result, String field) {
    return result.has(field) ? result.get(field).stringValue() : null;
  }

  private static @Nullable String cause(JsonNode result) {
    if (result.has("causeText")) {
      return text(result, "causeText");
    }
    JsonNode cause = result.get("cause");
    return cause == null || cause.isString() ? text(result, "cause") : Json.text(cause);
  }
}
