package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.NodeVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the catalog wrote of all units, read from the class path. A jar that needs the node types of
 * others reads them here and so carries none of their libraries.
 */
public final class GeneratedCatalog {
  private static final String NODE_TYPES = "/dev/heddle/catalog/node-types.gen.json";
  private static final String OPENAPI = "/dev/heddle/catalog/openapi.gen.json";

  private GeneratedCatalog() {}

  /** Every node type. */
  public static NodeVocabulary vocabulary() {
    return Holder.VOCABULARY;
  }

  /** The node types as palette and forms read them. */
  public static JsonNode nodeTypes() {
    return Holder.NODE_TYPES_DOCUMENT;
  }

  /** The API's OpenAPI document. */
  public static JsonNode openApi() {
    return read(OPENAPI);
  }

  private static NodeVocabulary parse(JsonNode document) {
    Stream<JsonNode> types = document.path("nodeTypes").valueStream();
    List<NodeType> all =
        types.map(type -> WireJson.MAPPER.treeToValue(type, NodeType.class)).toList();
    return new NodeVocabulary(all);
  }

  private static JsonNode read(String name) {
    try (InputStream in = GeneratedCatalog.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is not on the class path; run `localstack/heddle generate`");
      }
      return WireJson.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + name, e);
    }
  }

  /** Read on first use: few functions need it. */
  private static final class Holder {
    static final JsonNode NODE_TYPES_DOCUMENT = read(NODE_TYPES);
    static final NodeVocabulary VOCABULARY = parse(NODE_TYPES_DOCUMENT);
  }
}
