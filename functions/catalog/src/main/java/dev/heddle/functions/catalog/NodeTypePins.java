package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.unit.NodeUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each node type promised to stored workflows when it first appeared, as a hash. A pin never
 * changes: a type that must change gets a new version.
 */
final class NodeTypePins {
  private final ObjectNode pinned;
  private final Map<String, String> hashes = new LinkedHashMap<>();

  /**
   * The pins of these node types.
   *
   * @param pinned what the file of pins holds
   */
  NodeTypePins(List<NodeUnit<?>> nodeTypes, ObjectNode pinned) {
    this.pinned = pinned;
    nodeTypes.forEach(
        node ->
            hashes.put(
                node.spec().id(), NodeTypeDocument.configHash(NodeTypeDocument.of(node.spec()))));
  }

  /** The node types that no longer keep what they promised, one sentence each. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    hashes.forEach(
        (id, hash) -> {
          if (pinned.has(id) && !pinned.get(id).stringValue().equals(hash)) {
            broken.add(
                id + " changed what stored workflows rely on; give it a new version instead");
          }
        });
    return broken;
  }

  /** The file of pins with the node types that are new. */
  ObjectNode document() {
    ObjectNode document = pinned.deepCopy();
    hashes.forEach(
        (id, hash) -> {
          if (!document.has(id)) {
            document.put(id, hash);
          }
        });
    return document;
  }
}
