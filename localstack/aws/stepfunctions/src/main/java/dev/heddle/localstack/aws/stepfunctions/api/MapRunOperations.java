package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.MapRun;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import dev.heddle.localstack.aws.stepfunctions.store.Store;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the map runs of distributed Map states. */
final class MapRunOperations {
  private final Store store;

  MapRunOperations(Store store) {
    this.store = store;
  }

  void register(Map<String, Operation> operations) {
    operations.put("DescribeMapRun", this::describe);
    operations.put("ListMapRuns", this::list);
  }

  private JsonNode describe(Request request) {
    String arn = request.required("mapRunArn");
    String body = store.documents().get(MapRun.KIND, arn);
    if (body == null) {
      throw new AwsFault("ResourceNotFound", "Map run not found: '" + arn + "'");
    }
    MapRun run = Json.mapper().readValue(body, MapRun.class);
    ObjectNode shown =
        Json.object()
            .put("mapRunArn", run.arn())
            .put("executionArn", run.execution())
            .put("status", run.status().name())
            .put("startDate", Shapes.seconds(run.started()))
            .put("maxConcurrency", run.limit())
            .put("toleratedFailureCount", run.tolerated())
            .put("toleratedFailurePercentage", 0);
    if (run.stopped() != null) {
      shown.put("stopDate", Shapes.seconds(run.stopped()));
    }
    shown.set("itemCounts", counts(run));
    return shown.set("executionCounts", counts(run));
  }

  private ObjectNode counts(MapRun run) {
    Map<Status, Integer> counts = store.counts(run.arn());
    int started = counts.values().stream().mapToInt(Integer::intValue).sum();
    return Json.object()
        .put("pending", Math.max(0, run.length() - started))
        .put("running", counts.getOrDefault(Status.RUNNING, 0))
        .put("succeeded", counts.getOrDefault(Status.SUCCEEDED, 0))
        .put("failed", counts.getOrDefault(Status.FAILED, 0))
        .put("timedOut", counts.getOrDefault(Status.TIMED_OUT, 0))
        .put("aborted", counts.getOrDefault(Status.ABORTED, 0))
        .put("total", run.length())
        .put("resultsWritten", 0);
  }

  private JsonNode list(Request request) {
    String execution = request.required("executionArn");
    List<MapRun> runs =
        store.documents().all(MapRun.KIND).values().stream()
            .map(body -> Json.mapper().readValue(body, MapRun.class))
            .filter(run -> run.execution().equals(execution))
            .toList();
    return Pages.of(request, "mapRuns", runs, MapRunOperations::item);
  }

  private static JsonNode item(MapRun run) {
    ObjectNode shown =
        Json.object()
            .put("executionArn", run.execution())
            .put("mapRunArn", run.arn())
            .put("stateMachineArn", run.machineArn())
            .put("startDate", Shapes.seconds(run.started()));
    if (run.stopped() != null) {
      shown.put("stopDate", Shapes.seconds(run.stopped()));
    }
    return shown;
  }
}
