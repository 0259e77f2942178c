package dev.heddle.functions.aws.entity.run;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Tally;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.functions.spec.run.Trail;
import dev.heddle.functions.spec.shape.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far executions have been read, and what is no longer kept of their iterations. */
final class RunTrails {
  private static final Duration ADOPTED = Duration.ofDays(2);

  private final Table table;
  private final RunKeys keys;

  RunTrails(Table table, RunKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  Trail find(String run, String execution) {
    return table
        .get(keys.trail(run, execution))
        .map(item -> Wire.JSON.treeToValue(item.json("trail"), Trail.class))
        .orElseGet(() -> Trail.of(execution));
  }

  /** Stores a trail that has seen something, and drops what is to go; false if another did. */
  boolean store(String run, Trace trace) {
    Trail trail = trace.trail();
    if (trail.seen().isEmpty()) {
      return true;
    }
    long next = trail.revision() + 1;
    Trail raised = new Trail(trail.execution(), next, trail.seen(), trail.ends());
    Item item =
        Item.at(keys.trail(run, trail.execution()))
            .set("stored", next)
            .set("trail", Wire.JSON.valueToTree(raised));
    boolean stored = table.put(item, RunNodes.unchanged(trail.revision()));
    if (stored) {
      trace.dropped().forEach(node -> drop(run, node));
    }
    return stored;
  }

  private void drop(String run, NodeTrace node) {
    table.delete(keys.node(run, node), Expression.ALWAYS);
    table.change(
        keys.tally(run, node.node()),
        "ADD #count :one, #failed :failed",
        Expression.of("").with("one", 1).with("failed", node.hasFailed() ? 1 : 0));
  }

  Map<String, Tally> tallies(String run) {
    Map<String, Tally> tallies = new HashMap<>();
    for (Item item : table.all(keys.partition(run), RunKeys.TALLY)) {
      String node = item.key().sk().substring(RunKeys.TALLY.length());
      tallies.put(node, new Tally(item.count("count"), item.count("failed")));
    }
    return tallies;
  }

  void adopt(String execution, String run) {
    table.put(
        Item.at(keys.adopted(execution)).set("run", run).expiresAt(table.now().plus(ADOPTED)));
  }

  Optional<String> adopter(String execution) {
    return table.get(keys.adopted(execution)).map(item -> item.text("run"));
  }
}
