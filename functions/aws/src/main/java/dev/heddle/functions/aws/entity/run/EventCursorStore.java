package dev.heddle.functions.aws.entity.run;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.spec.run.DroppedCount;
import dev.heddle.functions.spec.run.EventCursor;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.shape.WireJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far executions have been read, and what is no longer kept of their iterations. */
final class EventCursorStore {
  private static final Duration ADOPTED = Duration.ofDays(2);

  private final DocumentTable table;
  private final RunKeys keys;

  EventCursorStore(DocumentTable table, RunKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  EventCursor find(String run, String execution) {
    return table
        .get(keys.cursor(run, execution))
        .map(item -> WireJson.MAPPER.treeToValue(item.json("trail"), EventCursor.class))
        .orElseGet(() -> EventCursor.of(execution));
  }

  /** Stores a trail that has seen something, and drops what is to go; false if another did. */
  boolean store(String run, RunTrace trace) {
    EventCursor eventCursor = trace.cursor();
    if (eventCursor.seen().isEmpty()) {
      return true;
    }
    long next = eventCursor.revision() + 1;
    EventCursor raised =
        new EventCursor(eventCursor.execution(), next, eventCursor.seen(), eventCursor.ends());
    TableItem item =
        TableItem.at(keys.cursor(run, eventCursor.execution()))
            .set("stored", next)
            .set("trail", WireJson.MAPPER.valueToTree(raised));
    boolean stored = table.put(item, NodeTraceStore.unchanged(eventCursor.revision()));
    if (stored) {
      trace.dropped().forEach(node -> drop(run, node));
    }
    return stored;
  }

  private void drop(String run, NodeTrace node) {
    table.delete(keys.node(run, node), ItemCondition.ALWAYS);
    table.change(
        keys.droppedCount(run, node.node()),
        "ADD #count :one, #failed :failed",
        ItemCondition.of("").with("one", 1).with("failed", node.hasFailed() ? 1 : 0));
  }

  Map<String, DroppedCount> droppedCounts(String run) {
    Map<String, DroppedCount> tallies = new HashMap<>();
    for (TableItem item : table.all(keys.partition(run), RunKeys.TALLY)) {
      String node = item.key().sk().substring(RunKeys.TALLY.length());
      tallies.put(node, new DroppedCount(item.count("count"), item.count("failed")));
    }
    return tallies;
  }

  void linkExecution(String execution, String run) {
    table.put(
        TableItem.at(keys.adopted(execution)).set("run", run).expiresAt(table.now().plus(ADOPTED)));
  }

  Optional<String> runOfExecution(String execution) {
    return table.get(keys.adopted(execution)).map(item -> item.text("run"));
  }
}
