package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.Event;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Store;
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

  private final Store store;

  HistoryOperations(Store store) {
    this.store = store;
  }

  void register(Map<String, Operation> operations) {
    operations.put("GetExecutionHistory", this::history);
  }

  private JsonNode history(Request request) {
    Saved saved = ExecutionOperations.known(store, request.required("executionArn"));
    boolean reverse = request.flag("reverseOrder");
    boolean data = !request.has("includeExecutionData") || request.flag("includeExecutionData");
    int size = Pages.size(request);
    long from = Pages.position(request, reverse ? Long.MAX_VALUE : 1);
    List<Event> events = store.history(saved.execution().id(), from, size + 1, reverse);
    List<Event> page = events.subList(0, Math.min(size, events.size()));
    String next = events.size() > size ? Pages.token(events.get(size).id()) : null;
    return Pages.answer("events", page.stream().map(e -> shape(e, data)).toList(), next);
  }

  static ObjectNode shape(Event event, boolean data) {
    ObjectNode shown =
        Json.object()
            .put("timestamp", Shapes.seconds(event.time()))
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
