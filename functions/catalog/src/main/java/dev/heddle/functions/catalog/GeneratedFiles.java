package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files written from the catalog, and the pins: what a node type promised when it first
 * appeared. Generated files are rewritten; a pin never changes, a type that must change gets a new
 * version.
 */
public final class GeneratedFiles {
  private static final String FOLDER = "functions/publishing/src/main/resources/dev/heddle/catalog";
  private static final String ENTITIES = "functions/aws/README.md";
  private static final String PINS = FOLDER + "/node-type-pins.json";

  private final Catalog catalog;
  private final Path root;

  /** The generated files of a source tree. */
  public GeneratedFiles(Catalog catalog, Path root) {
    this.catalog = catalog;
    this.root = root;
  }

  /** The files that are missing or differ from what would be written. */
  public List<String> stale() {
    List<String> stale = new ArrayList<>();
    files()
        .forEach(
            (name, text) -> {
              if (!text.equals(read(root.resolve(name)))) {
                stale.add(name);
              }
            });
    return stale;
  }

  /** The node types that no longer keep what they promised. */
  public List<String> broken() {
    JsonNode pins = pins();
    List<String> broken = new ArrayList<>();
    hashes()
        .forEach(
            (id, hash) -> {
              if (pins.has(id) && !pins.get(id).stringValue().equals(hash)) {
                broken.add(
                    id + " changed what stored workflows rely on; give it a new version instead");
              }
            });
    return broken;
  }

  /** Writes what is stale and returns its names; refuses while a pin is broken. */
  public List<String> write() {
    if (!broken().isEmpty()) {
      throw new IllegalStateException(String.join("\n", broken()));
    }
    List<String> stale = stale();
    Map<String, String> files = files();
    for (String name : stale) {
      store(root.resolve(name), files.getOrDefault(name, ""));
    }
    return stale;
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        FOLDER + "/node-types.gen.json", pretty(NodeTypeDocument.document(catalog.nodeTypes())));
    files.put(FOLDER + "/openapi.gen.json", pretty(OpenApiDocument.document(catalog.routes())));
    files.put(PINS, pretty(grownPins()));
    ReadmeSections readme = new ReadmeSections(read(root.resolve(ENTITIES)));
    files.put(ENTITIES, readme.with("entities", new EntityReadmeTable(catalog).lines()).text());
    return files;
  }

  private ObjectNode grownPins() {
    ObjectNode pins = pins();
    hashes()
        .forEach(
            (id, hash) -> {
              if (!pins.has(id)) {
                pins.put(id, hash);
              }
            });
    return pins;
  }

  private Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    catalog
        .nodeTypes()
        .forEach(
            node ->
                hashes.put(
                    node.spec().id(),
                    NodeTypeDocument.configHash(NodeTypeDocument.of(node.spec()))));
    return hashes;
  }

  private ObjectNode pins() {
    String text = read(root.resolve(PINS));
    return text.isEmpty()
        ? WireJson.MAPPER.createObjectNode()
        : (ObjectNode) WireJson.MAPPER.readTree(text);
  }

  private static String pretty(JsonNode json) {
    return WireJson.MAPPER
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(json)
        + "\n";
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void store(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
