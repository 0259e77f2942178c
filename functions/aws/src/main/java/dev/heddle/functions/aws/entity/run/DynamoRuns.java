package dev.heddle.functions.aws.entity.run;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.IndexStartKey;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.QueryPager;
import dev.heddle.functions.aws.table.TableIndex;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableQuery;
import dev.heddle.functions.aws.table.TimeSortKeys;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.run.EventCursor;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tenant's runs in DynamoDB. */
public final class DynamoRuns implements Runs {
  private final DocumentTable table;
  private final RunKeys keys;
  private final NodeTraceStore nodes;
  private final EventCursorStore cursors;

  /** The runs of a tenant. */
  public DynamoRuns(DocumentTable table, Tenant tenant) {
    this.table = table;
    keys = new RunKeys(tenant);
    nodes = new NodeTraceStore(table, keys);
    cursors = new EventCursorStore(table, keys);
  }

  @Override
  public void recordStart(Run run) {
    // The recorder may have been faster, and knows more than the start does: the condition below
    // decides, this look only spares the payloads.
    if (table.get(keys.header(run.id())).isEmpty()) {
      storePayloads(run, Optional.empty());
      table.put(RunItems.header(keys, run, 1, 0), ItemCondition.ABSENT);
    }
  }

  @Override
  public Optional<Run> find(String id) {
    return stored(id).map(Stored::run);
  }

  @Override
  public Optional<RunTrace> trace(String id) {
    return stored(id)
        .map(
            stored ->
                new RunTrace(
                    stored.run(),
                    stored.header().count("stored"),
                    stored.header().count("since"),
                    nodes.all(id),
                    cursors.find(id, ""),
                    List.of(),
                    cursors.droppedCounts(id)));
  }

  @Override
  public EventCursor cursor(String run, String execution) {
    return cursors.find(run, execution);
  }

  @Override
  public void linkExecution(String execution, String run) {
    cursors.linkExecution(execution, run);
  }

  @Override
  public Optional<String> runOfExecution(String execution) {
    return cursors.runOfExecution(execution);
  }

  private record Stored(TableItem header, Run run) {}

  /** Header, input and output by one query: their range keys begin alike. */
  private Optional<Stored> stored(String id) {
    List<TableItem> items = table.all(keys.partition(id), RunKeys.RUN);
    return items.stream()
        .filter(item -> item.key().sk().equals(RunKeys.RUN))
        .findFirst()
        .map(
            header ->
                new Stored(
                    header,
                    RunItems.run(
                        header, payload(items, keys.input(id)), payload(items, keys.output(id)))));
  }

  private static @Nullable JsonNode payload(List<TableItem> items, TableKey key) {
    return items.stream()
        .filter(item -> item.key().equals(key))
        .findFirst()
        .map(item -> item.json("json"))
        .orElse(null);
  }

  @Override
  public Page<Run> list(
      @Nullable String workflow, Run.@Nullable Status status, int limit, @Nullable String cursor) {
    if (workflow != null) {
      Predicate<TableItem> filter =
          status == null ? null : item -> item.text("status").equals(status.name());
      return page(TableIndex.BY_PARENT, keys.ofWorkflow(workflow), filter, limit, cursor);
    }
    return status == null
        ? page(TableIndex.NEWEST, keys.list(), null, limit, cursor)
        : page(TableIndex.BY_STANDING, keys.standing(status), null, limit, cursor);
  }

  private Page<Run> page(
      TableIndex index,
      String partition,
      @Nullable Predicate<TableItem> filter,
      int limit,
      @Nullable String cursor) {
    var start = new IndexStartKey(index, partition, at -> keys.header(TimeSortKeys.id(at)));
    return new QueryPager(table, item -> item.text("at"), TimeSortKeys.FORM, start)
        .page(
            TableQuery.of(partition).in(index),
            filter,
            limit,
            cursor,
            item -> RunItems.run(item, null, null));
  }

  /** The header comes last: a run that is seen to have ended has its output and its nodes. */
  @Override
  public boolean record(RunTrace trace) {
    Run run = trace.run();
    boolean all = true;
    for (NodeTrace node : trace.nodes()) {
      all &= nodes.store(run.id(), node);
    }
    // Each part is written on the revision that was read: when two deliveries write the same run
    // one of them gives up here, reads again and folds its events anew; otherwise it would undo the
    // other's.
    if (!all || !cursors.store(run.id(), trace)) {
      return false;
    }
    Optional<TableItem> header = table.get(keys.header(run.id()));
    // Before the payloads, which carry no condition of their own.
    if (header.map(item -> item.count("stored")).orElse(0L) != trace.revision()) {
      return false;
    }
    storePayloads(run, header);
    TableItem next = RunItems.header(keys, run, trace.revision() + 1, trace.since());
    if (has(header, "input")) {
      next.set("input", true);
    }
    return table.put(next, NodeTraceStore.unchanged(trace.revision()));
  }

  /** The input never changes; the output does when a run is redriven. */
  private void storePayloads(Run run, Optional<TableItem> before) {
    boolean sameEnd =
        before.filter(item -> item.text("status").equals(run.status().name())).isPresent();
    store(keys.input(run.id()), run.input(), has(before, "input"));
    store(keys.output(run.id()), run.output(), sameEnd && has(before, "output"));
  }

  private static boolean has(Optional<TableItem> header, String name) {
    return header.map(item -> item.has(name)).orElse(false);
  }

  private void store(TableKey key, @Nullable JsonNode json, boolean stored) {
    if (json != null && !stored) {
      table.put(TableItem.at(key).set("json", json));
    }
  }
}
