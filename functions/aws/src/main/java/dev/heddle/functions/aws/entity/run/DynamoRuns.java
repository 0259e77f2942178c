package dev.heddle.functions.aws.entity.run;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Index;
import dev.heddle.functions.aws.table.IndexStart;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Key;
import dev.heddle.functions.aws.table.Pages;
import dev.heddle.functions.aws.table.Query;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Times;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.functions.spec.run.Trail;
import dev.heddle.functions.spec.workflow.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tenant's runs in DynamoDB. */
public final class DynamoRuns implements Runs {
  private final Table table;
  private final RunKeys keys;
  private final RunNodes nodes;
  private final RunTrails trails;

  /** The runs of a tenant. */
  public DynamoRuns(Table table, Tenant tenant) {
    this.table = table;
    keys = new RunKeys(tenant);
    nodes = new RunNodes(table, keys);
    trails = new RunTrails(table, keys);
  }

  @Override
  public void accept(Run run) {
    if (table.get(keys.header(run.id())).isEmpty()) {
      storePayloads(run, Optional.empty());
      table.put(RunItems.header(keys, run, 1, 0), Expression.ABSENT);
    }
  }

  @Override
  public Optional<Run> find(String id) {
    return stored(id).map(Stored::run);
  }

  @Override
  public Optional<Trace> trace(String id) {
    return stored(id)
        .map(
            stored ->
                new Trace(
                    stored.run(),
                    stored.header().count("stored"),
                    stored.header().count("since"),
                    nodes.all(id),
                    trails.find(id, ""),
                    List.of(),
                    trails.tallies(id)));
  }

  @Override
  public Trail trail(String run, String execution) {
    return trails.find(run, execution);
  }

  @Override
  public void adopt(String execution, String run) {
    trails.adopt(execution, run);
  }

  @Override
  public Optional<String> adopter(String execution) {
    return trails.adopter(execution);
  }

  private record Stored(Item header, Run run) {}

  /** Header, input and output by one query: their range keys begin alike. */
  private Optional<Stored> stored(String id) {
    List<Item> items = table.all(keys.partition(id), RunKeys.RUN);
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

  private static @Nullable JsonNode payload(List<Item> items, Key key) {
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
      Predicate<Item> filter =
          status == null ? null : item -> item.text("status").equals(status.name());
      return page(Index.BY_PARENT, keys.ofWorkflow(workflow), filter, limit, cursor);
    }
    return status == null
        ? page(Index.NEWEST, keys.list(), null, limit, cursor)
        : page(Index.BY_STANDING, keys.standing(status), null, limit, cursor);
  }

  private Page<Run> page(
      Index index,
      String partition,
      @Nullable Predicate<Item> filter,
      int limit,
      @Nullable String cursor) {
    var start = new IndexStart(index, partition, at -> keys.header(Times.id(at)));
    return new Pages(table, item -> item.text("at"), Times.FORM, start)
        .page(
            Query.of(partition).in(index),
            filter,
            limit,
            cursor,
            item -> RunItems.run(item, null, null));
  }

  /** The header comes last: a run that is seen to have ended has its output and its nodes. */
  @Override
  public boolean record(Trace trace) {
    Run run = trace.run();
    boolean all = true;
    for (NodeTrace node : trace.nodes()) {
      all &= nodes.store(run.id(), node);
    }
    if (!all || !trails.store(run.id(), trace)) {
      return false;
    }
    Optional<Item> header = table.get(keys.header(run.id()));
    if (header.map(item -> item.count("stored")).orElse(0L) != trace.revision()) {
      return false;
    }
    storePayloads(run, header);
    Item next = RunItems.header(keys, run, trace.revision() + 1, trace.since());
    if (has(header, "input")) {
      next.set("input", true);
    }
    return table.put(next, RunNodes.unchanged(trace.revision()));
  }

  /** The input never changes; the output does when a run is redriven. */
  private void storePayloads(Run run, Optional<Item> before) {
    boolean sameEnd =
        before.filter(item -> item.text("status").equals(run.status().name())).isPresent();
    store(keys.input(run.id()), run.input(), has(before, "input"));
    store(keys.output(run.id()), run.output(), sameEnd && has(before, "output"));
  }

  private static boolean has(Optional<Item> header, String name) {
    return header.map(item -> item.has(name)).orElse(false);
  }

  private void store(Key key, @Nullable JsonNode json, boolean stored) {
    if (json != null && !stored) {
      table.put(Item.at(key).set("json", json));
    }
  }
}
