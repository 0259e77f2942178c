package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The node types as data: what palette, forms and compiler read. */
public final class NodeTypeDocument {
  private NodeTypeDocument() {}

  /** The vocabulary's entry for a node. */
  public static NodeType of(NodeSpec<?> spec) {
    return new NodeType(
        spec.id(),
        spec.title(),
        spec.summary(),
        spec.family(),
        spec.icon(),
        spec.keywords(),
        spec.line(),
        spec.wiring(),
        spec.ports(),
        spec.failurePort(),
        RecordShapes.of(spec.config()),
        spec.output());
  }

  /** The document {@code node-types.gen.json}. */
  static ObjectNode document(List<NodeUnit<?>> nodes) {
    ObjectNode document = WireJson.MAPPER.createObjectNode();
    document.put("schemaVersion", 1);
    ArrayNode types = document.putArray("nodeTypes");
    for (NodeUnit<?> node : nodes) {
      NodeType type = of(node.spec());
      ObjectNode entry = WireJson.MAPPER.valueToTree(type);
      entry.put("configHash", configHash(type));
      types.add(entry);
    }
    return document;
  }

  /** What a stored workflow relies on: the config's shape, the ports and the wiring. */
  static String configHash(NodeType type) {
    ObjectNode pinned = WireJson.MAPPER.createObjectNode();
    pinned.set("config", WireJson.MAPPER.valueToTree(type.config()));
    pinned.set("ports", WireJson.MAPPER.valueToTree(type.ports()));
    pinned.set("wiring", wiring(type));
    return sha256(withoutWording(pinned.toString()));
  }

  /**
   * Without what came to be said after the first types were pinned: it tells who asks for a run,
   * and changes nothing in a machine.
   */
  private static ObjectNode wiring(NodeType type) {
    ObjectNode wiring = WireJson.MAPPER.valueToTree(type.wiring());
    wiring.remove("byHand");
    return wiring;
  }

  /** Titles and hints may be reworded without breaking anyone. */
  private static String withoutWording(String json) {
    return json.replaceAll("\"(title|hint)\":\"(\\\\.|[^\"\\\\])*\",?", "");
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
