package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.Expression;
import dev.heddle.functions.aws.table.Item;
import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.aws.table.Write;
import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.statemachines.language.Machine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds as items: the facts, the graph, the source map and the run map in one each. */
final class WorkflowBuilds {
  /** A draft's builds are made again when they are needed; its runs are looked at until then. */
  private static final Duration DRAFT_KEPT = Duration.ofDays(30);

  private static final String FACTS = "BUILD";
  private static final String GRAPH = "GRAPH";
  private static final String SOURCES = "SOURCES";

  /** Builds stored before there were run maps have none. */
  private static final String RUN_MAP = "RUNMAP";

  private final Table table;
  private final WorkflowKeys keys;

  WorkflowBuilds(Table table, WorkflowKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  /** The facts come last: a build that can be seen is whole. */
  void keep(Build build) {
    items(build).forEach(table::put);
  }

  void keepRunMap(Build build) {
    runMap(build).ifPresent(table::put);
  }

  /** The same as writes of a transaction. */
  List<Write> writes(Build build) {
    return items(build).stream()
        .<Write>map(item -> new Write.Put(item, Expression.ALWAYS))
        .toList();
  }

  private List<Item> items(Build build) {
    Item facts =
        item(build, FACTS)
            .set("version", build.version())
            .set("versionArn", build.versionArn())
            .set("kind", build.kind());
    List<Item> items = new ArrayList<>();
    items.add(item(build, GRAPH).set("json", build.graph()));
    items.add(item(build, SOURCES).set("json", Wire.JSON.valueToTree(build.sourceMap())));
    runMap(build).ifPresent(items::add);
    items.add(facts);
    return items;
  }

  private Optional<Item> runMap(Build build) {
    return Optional.ofNullable(build.runMap())
        .map(map -> item(build, RUN_MAP).set("json", Wire.JSON.valueToTree(map)));
  }

  private Item item(Build build, String part) {
    Item item = Item.at(keys.build(build.workflow(), build.id(), part));
    return build.version() == 0 ? item.expiresAt(table.now().plus(DRAFT_KEPT)) : item;
  }

  Optional<Build> find(String workflow, String id) {
    String prefix = WorkflowKeys.build(id);
    Map<String, Item> parts =
        table.all(keys.partition(workflow), prefix).stream()
            .collect(
                Collectors.toMap(
                    item -> item.key().sk().substring(prefix.length()), Function.identity()));
    return Optional.ofNullable(
        read(
            workflow,
            id,
            parts.get(FACTS),
            parts.get(GRAPH),
            parts.get(SOURCES),
            parts.get(RUN_MAP)));
  }

  private static @Nullable Build read(
      String workflow,
      String id,
      @Nullable Item facts,
      @Nullable Item graph,
      @Nullable Item sources,
      @Nullable Item runMap) {
    if (facts == null || graph == null || sources == null) {
      return null;
    }
    return new Build(
        workflow,
        id,
        facts.count("version"),
        facts.text("versionArn"),
        Kind.valueOf(facts.text("kind")),
        graph.json("json"),
        Wire.JSON.treeToValue(sources.json("json"), SourceMap.class),
        runMap == null ? null : Wire.JSON.treeToValue(runMap.json("json"), RunMap.class));
  }
}
