package dev.heddle.statemachines.compiler.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A random drawing that can be made smaller piece by piece. */
record Draft(
    List<ObjectNode> nodes, List<ObjectNode> edges, String trigger, JsonNode input, long world) {

  ObjectNode graph() {
    ObjectNode graph = JsonNodeFactory.instance.objectNode();
    graph.put("schemaVersion", 1).put("name", "Random");
    ArrayNode drawn = graph.putArray("nodes");
    nodes.forEach(drawn::add);
    ArrayNode arrows = graph.putArray("edges");
    edges.forEach(arrows::add);
    return graph;
  }

  /** Every drawing that is smaller by one piece. */
  Stream<Draft> smaller() {
    Stream<Draft> fewerNodes =
        IntStream.range(0, nodes.size())
            .filter(i -> !nodes.get(i).path("id").stringValue().equals(trigger))
            .mapToObj(this::withoutNode);
    Stream<Draft> fewerEdges = IntStream.range(0, edges.size()).mapToObj(this::withoutEdge);
    Stream<Draft> plainer = IntStream.range(0, nodes.size()).boxed().flatMap(this::plainer);
    return Stream.concat(fewerNodes, Stream.concat(fewerEdges, plainer));
  }

  private Draft withoutNode(int index) {
    Set<String> gone = new HashSet<>(Set.of(id(nodes.get(index))));
    for (boolean more = true; more; ) {
      more = nodes.stream().anyMatch(n -> gone.contains(parent(n)) && gone.add(id(n)));
    }
    List<ObjectNode> kept = nodes.stream().filter(node -> !gone.contains(id(node))).toList();
    List<ObjectNode> arrows =
        edges.stream()
            .filter(edge -> !gone.contains(edge.path("source").stringValue()))
            .filter(edge -> !gone.contains(edge.path("target").stringValue()))
            .toList();
    return new Draft(kept, arrows, trigger, input, world);
  }

  private static String id(ObjectNode node) {
    return node.path("id").stringValue();
  }

  private static String parent(ObjectNode node) {
    return node.path("parent").stringValue("");
  }

  private Draft withoutEdge(int index) {
    List<ObjectNode> kept = new ArrayList<>(edges);
    kept.remove(index);
    return new Draft(nodes, kept, trigger, input, world);
  }

  private Stream<Draft> plainer(int index) {
    ObjectNode node = nodes.get(index);
    return Stream.of(
            "onError",
            "defaultOutput",
            "disabled",
            "pinned",
            "value",
            "text",
            "body",
            "message",
            "title",
            "atOnce",
            "batch",
            "onItemError",
            "tolerated",
            "timeoutSeconds",
            "input",
            "wait",
            "quorum",
            "keep",
            "fields")
        .filter(field -> node.has(field) || node.path("config").has(field))
        .map(field -> without(index, field));
  }

  private Draft without(int index, String field) {
    ObjectNode plain = nodes.get(index).deepCopy();
    plain.remove(field);
    if (plain.get("config") instanceof ObjectNode config) {
      config.remove(field);
    }
    List<ObjectNode> changed = new ArrayList<>(nodes);
    changed.set(index, plain);
    return new Draft(changed, edges, trigger, input, world);
  }
}
