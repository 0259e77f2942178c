package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStore;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** GetExecutionHistory: events in pages, from either end. */
final class HistoryOperations {
  private static final List<String> DATA =
      List.of(
          "input",
          "inputDetails",
          "output",
          "outputDetails",
          "parameters",
          "assignedVariables",
          "assignedVariablesDetails");

  private final ExecutionStore store;

  HistoryOperations(ExecutionStore store) {
    this.store = store;
  }

  void register(Map<String, ApiOperation> operations) {
    operations.put("GetExecutionHistory", this::history);
  }

  private JsonNode history(OperationRequest request) {
    StoredExecution storedExecution =
        ExecutionOperations.known(store, request.required("executionArn"));
    boolean reverse = request.flag("reverseOrder");
    boolean data = !request.has("includeExecutionData") || request.flag("includeExecutionData");
    int size = ListPages.size(request);
    long from = ListPages.position(request, reverse ? Long.MAX_VALUE : 1);
    List<HistoryEvent> events =
        store.history(storedExecution.execution().id(), from, size + 1, reverse);
    List<HistoryEvent> page = events.subList(0, Math.min(size, events.size()));
    String next = events.size() > size ? ListPages.token(events.get(size).id()) : null;
    return ListPages.answer("events", page.stream().map(e -> shape(e, data)).toList(), next);
  }

  static ObjectNode shape(HistoryEvent event, boolean data) {
    ObjectNode shown =
        Json.object()
            .put("timestamp", ResponseFields.seconds(event.time()))
            .put("type", event.type())
            .put("id", event.id())
            .put("previousEventId", event.previous());
    ObjectNode details = data ? event.details() : event.details().deepCopy().remove(DATA);
    if (!details.isEmpty()) {
      shown.set(field(event.type()), details);
    }
    return shown;
  }

  /** Where the protocol puts the details of a type of event. */
  static String field(String type) {
    String name =
        switch (type) {
          case String s when s.endsWith("StateEntered") -> "StateEntered";
          case String s when s.endsWith("StateExited") -> "StateExited";
          default -> type;
        };
    return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "EventDetails";
  }
}
