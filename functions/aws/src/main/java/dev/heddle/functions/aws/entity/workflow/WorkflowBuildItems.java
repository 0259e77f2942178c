package dev.heddle.functions.aws.entity.workflow;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableWrite;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
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
final class WorkflowBuildItems {
  /** A draft's builds are made again when they are needed; its runs are looked at until then. */
  private static final Duration DRAFT_KEPT = Duration.ofDays(30);

  private static final String FACTS = "BUILD";
  private static final String GRAPH = "GRAPH";
  private static final String SOURCES = "SOURCES";

  /** Builds stored before there were run maps have none. */
  private static final String RUN_MAP = "RUNMAP";

  private final DocumentTable table;
  private final WorkflowKeys keys;

  WorkflowBuildItems(DocumentTable table, WorkflowKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  /** The facts come last: a build that can be seen is whole. */
  void keep(WorkflowBuild build) {
    items(build).forEach(table::put);
  }

  void keepRunMap(WorkflowBuild build) {
    runMap(build).ifPresent(table::put);
  }

  /** The same as writes of a transaction. */
  List<TableWrite> writes(WorkflowBuild build) {
    return items(build).stream()
        .<TableWrite>map(item -> new TableWrite.Put(item, ItemCondition.ALWAYS))
        .toList();
  }

  private List<TableItem> items(WorkflowBuild build) {
    TableItem facts =
        item(build, FACTS)
            .set("version", build.version())
            .set("versionArn", build.versionArn())
            .set("kind", build.kind());
    List<TableItem> items = new ArrayList<>();
    items.add(item(build, GRAPH).set("json", build.graph()));
    items.add(item(build, SOURCES).set("json", WireJson.MAPPER.valueToTree(build.sourceMap())));
    runMap(build).ifPresent(items::add);
    items.add(facts);
    return items;
  }

  private Optional<TableItem> runMap(WorkflowBuild build) {
    return Optional.ofNullable(build.runMap())
        .map(map -> item(build, RUN_MAP).set("json", WireJson.MAPPER.valueToTree(map)));
  }

  private TableItem item(WorkflowBuild build, String part) {
    TableItem item = TableItem.at(keys.build(build.workflow(), build.id(), part));
    return build.version() == 0 ? item.expiresAt(table.now().plus(DRAFT_KEPT)) : item;
  }

  Optional<WorkflowBuild> find(String workflow, String id) {
    String prefix = WorkflowKeys.build(id);
    Map<String, TableItem> parts =
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

  private static @Nullable WorkflowBuild read(
      String workflow,
      String id,
      @Nullable TableItem facts,
      @Nullable TableItem graph,
      @Nullable TableItem sources,
      @Nullable TableItem runMap) {
    if (facts == null || graph == null || sources == null) {
      return null;
    }
    return new WorkflowBuild(
        workflow,
        id,
        facts.count("version"),
        facts.text("versionArn"),
        Kind.valueOf(facts.text("kind")),
        graph.json("json"),
        WireJson.MAPPER.treeToValue(sources.json("json"), SourceMap.class),
        runMap == null ? null : WireJson.MAPPER.treeToValue(runMap.json("json"), RunMap.class));
  }
}
