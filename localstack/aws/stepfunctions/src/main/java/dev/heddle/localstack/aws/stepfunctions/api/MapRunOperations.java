package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.run.ExecutionEngine;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.MapRun;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows and changes the map runs of distributed Map states. */
final class MapRunOperations {
  private final ExecutionStore store;
  private final ExecutionEngine executionEngine;

  MapRunOperations(ExecutionStore store, ExecutionEngine executionEngine) {
    this.store = store;
    this.executionEngine = executionEngine;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("DescribeMapRun", this::describe);
    operations.put("ListMapRuns", this::list);
    operations.put("UpdateMapRun", this::update);
  }

  private JsonNode describe(OperationRequest request) {
    MapRun run = known(request);
    ObjectNode shown =
        Json.object()
            .put("mapRunArn", run.arn())
            .put("executionArn", run.execution())
            .put("status", run.status().name())
            .put("startDate", ResponseFields.seconds(run.started()))
            .put("maxConcurrency", run.limit())
            .put("toleratedFailureCount", run.tolerated())
            .put("toleratedFailurePercentage", 0);
    if (run.stopped() != null) {
      shown.put("stopDate", ResponseFields.seconds(run.stopped()));
    }
    shown.set("itemCounts", counts(run));
    return shown.set("executionCounts", counts(run));
  }

  private MapRun known(OperationRequest request) {
    String arn = request.required("mapRunArn");
    String body = store.documents().get(MapRun.KIND, arn);
    if (body == null) {
      throw new AwsFault("ResourceNotFound", "Map run not found: '" + arn + "'");
    }
    return Json.mapper().readValue(body, MapRun.class);
  }

  private JsonNode update(OperationRequest request) {
    MapRun run = known(request);
    Integer limit = bounded(request, "maxConcurrency", Integer.MAX_VALUE);
    Integer count = bounded(request, "toleratedFailureCount", Integer.MAX_VALUE);
    Integer percentage = bounded(request, "toleratedFailurePercentage", 100);
    Integer share =
        percentage == null ? null : Integer.valueOf((int) ((long) run.length() * percentage / 100));
    Integer tolerated = least(count, share);
    boolean running =
        store
            .find(run.execution())
            .map(StoredExecution::execution)
            .map(e -> BoundedWait.join(executionEngine.adjust(e, run.arn(), limit, tolerated)))
            .orElse(false);
    if (!running) {
      throw new AwsFault("ValidationException", "The map run has ended: '" + run.arn() + "'");
    }
    return Json.object();
  }

  private static @Nullable Integer least(@Nullable Integer one, @Nullable Integer other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.min(one, other);
  }

  private static @Nullable Integer bounded(OperationRequest request, String field, int most) {
    JsonNode value = request.get(field);
    if (value != null
        && (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > most)) {
      throw OperationRequest.invalid(field, "must be between 0 and " + most);
    }
    return value == null ? null : Integer.valueOf((int) value.doubleValue());
  }

  private ObjectNode counts(MapRun run) {
    Map<ExecutionStatus, Integer> counts = store.counts(run.arn());
    int started = counts.values().stream().mapToInt(Integer::intValue).sum();
    return Json.object()
        .put("pending", Math.max(0, run.length() - started))
        .put("running", counts.getOrDefault(ExecutionStatus.RUNNING, 0))
        .put("succeeded", counts.getOrDefault(ExecutionStatus.SUCCEEDED, 0))
        .put("failed", counts.getOrDefault(ExecutionStatus.FAILED, 0))
        .put("timedOut", counts.getOrDefault(ExecutionStatus.TIMED_OUT, 0))
        .put("aborted", counts.getOrDefault(ExecutionStatus.ABORTED, 0))
        .put("total", run.length())
        .put("resultsWritten", 0);
  }

  private JsonNode list(OperationRequest request) {
    String execution = request.required("executionArn");
    List<MapRun> runs =
        store.documents().all(MapRun.KIND).values().stream()
            .map(body -> Json.mapper().readValue(body, MapRun.class))
            .filter(run -> run.execution().equals(execution))
            .toList();
    return ListPages.of(request, "mapRuns", runs, MapRunOperations::item);
  }

  private static JsonNode item(MapRun run) {
    ObjectNode shown =
        Json.object()
            .put("executionArn", run.execution())
            .put("mapRunArn", run.arn())
            .put("stateMachineArn", run.machineArn())
            .put("startDate", ResponseFields.seconds(run.started()));
    if (run.stopped() != null) {
      shown.put("stopDate", ResponseFields.seconds(run.stopped()));
    }
    return shown;
  }
}
