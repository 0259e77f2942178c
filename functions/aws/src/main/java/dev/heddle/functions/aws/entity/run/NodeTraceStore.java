package dev.heddle.functions.aws.entity.run;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.ItemCondition;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.spec.run.Fact;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The nodes of runs as items; a large {@code sent} moves to an item of its own. */
final class NodeTraceStore {
  private final DocumentTable table;
  private final RunKeys keys;

  NodeTraceStore(DocumentTable table, RunKeys keys) {
    this.table = table;
    this.keys = keys;
  }

  /** Stores a node at its next revision; false when another was stored meanwhile. */
  boolean store(String run, NodeTrace node) {
    TableItem item =
        TableItem.at(keys.node(run, node))
            .set("stored", node.revision() + 1)
            .set("path", node.path())
            .set("trace", WireJson.MAPPER.valueToTree(without(node)));
    set(item, "output", node.output());
    set(item, "sent", node.sent());
    Fact<JsonNode> sent = node.sent();
    if (sent != null && item.size() > TableItem.MOST) {
      table.put(TableItem.at(keys.sent(run, node, sent.event())).set("json", sent.value()));
      item.without("sent");
    }
    return table.put(item, unchanged(node.revision()));
  }

  static ItemCondition unchanged(long revision) {
    return revision == 0
        ? ItemCondition.ABSENT
        : ItemCondition.of("#stored = :stored").with("stored", revision);
  }

  private static void set(TableItem item, String name, @Nullable Fact<JsonNode> fact) {
    if (fact != null) {
      item.set(name, fact.value()).set(name + "Event", fact.event());
    }
  }

  private static NodeTrace without(NodeTrace node) {
    return new NodeTrace(
        node.node(),
        node.path(),
        0,
        node.events(),
        node.calls(),
        node.waits(),
        node.began(),
        null,
        node.result(),
        null,
        node.port(),
        node.left());
  }

  List<NodeTrace> all(String run) {
    return table.all(keys.partition(run), RunKeys.NODE).stream()
        .map(item -> read(run, item))
        .toList();
  }

  private NodeTrace read(String run, TableItem item) {
    String path = item.findText("path").orElse("");
    NodeTrace trace = WireJson.MAPPER.treeToValue(item.json("trace"), NodeTrace.class).at(path);
    return new NodeTrace(
        trace.node(),
        path,
        item.count("stored"),
        trace.events(),
        trace.calls(),
        trace.waits(),
        trace.began(),
        item.has("sent") ? fact(item, "sent") : apart(run, trace, item),
        trace.result(),
        fact(item, "output"),
        trace.port(),
        trace.left());
  }

  private static @Nullable Fact<JsonNode> fact(TableItem item, String name) {
    return item.has(name) ? new Fact<>(item.count(name + "Event"), item.json(name)) : null;
  }

  private @Nullable Fact<JsonNode> apart(String run, NodeTrace node, TableItem item) {
    if (!item.has("sentEvent")) {
      return null;
    }
    long event = item.count("sentEvent");
    return table
        .get(keys.sent(run, node, event))
        .map(found -> new Fact<>(event, found.json("json")))
        .orElse(null);
  }
}
