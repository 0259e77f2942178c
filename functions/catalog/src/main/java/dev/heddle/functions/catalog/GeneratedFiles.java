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
 * The files written from the catalog, and the pins: what node types promised to stored workflows,
 * and routes to written clients. Generated files are rewritten; what was promised is kept.
 */
public final class GeneratedFiles {
  private static final String FOLDER = "functions/publishing/src/main/resources/dev/heddle/catalog";
  private static final String NODE_TYPE_PINS = FOLDER + "/node-type-pins.json";
  private static final String ROUTE_PINS = FOLDER + "/route-pins.json";

  private final Catalog catalog;
  private final Path root;

  /** The generated files of a source tree. */
  public GeneratedFiles(Catalog catalog, Path root) {
    this.catalog = catalog;
    this.root = root;
  }

  /** The files that are missing or differ from what would be written. */
  public List<String> stale() {
    return List.copyOf(different().keySet());
  }

  private Map<String, String> different() {
    Map<String, String> different = files();
    different.entrySet().removeIf(file -> file.getValue().equals(read(file.getKey())));
    return different;
  }

  /** The promises that are no longer kept, one sentence each. */
  public List<String> broken() {
    List<String> broken = new ArrayList<>(nodeTypePins().broken());
    broken.addAll(routePins().broken());
    return broken;
  }

  /** What came to promises and is promised from now on, one sentence each. */
  public List<String> grown() {
    return routePins().grown();
  }

  /** Writes what is stale and returns its names; refuses while a promise is broken. */
  public List<String> write() {
    List<String> broken = broken();
    if (!broken.isEmpty()) {
      throw new IllegalStateException(String.join("\n", broken));
    }
    Map<String, String> stale = different();
    stale.forEach((name, text) -> store(root.resolve(name), text));
    return List.copyOf(stale.keySet());
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        FOLDER + "/node-types.gen.json", pretty(NodeTypeDocument.document(catalog.nodeTypes())));
    files.put(FOLDER + "/openapi.gen.json", pretty(OpenApiDocument.document(catalog.routes())));
    files.put(NODE_TYPE_PINS, pretty(nodeTypePins().document()));
    files.put(ROUTE_PINS, pretty(routePins().document()));
    section(files, "functions/aws/README.md", "entities", new EntityReadmeTable(catalog).lines());
    section(files, "functions/api/README.md", "routes", new RouteTable(catalog.routes()).lines());
    section(
        files,
        "functions/nodes/README.md",
        "node types",
        new NodeTypeTable(catalog.nodeTypes()).lines());
    section(files, "functions/lambda/README.md", "jars", new JarTable(catalog.functions()).lines());
    return files;
  }

  private void section(Map<String, String> files, String readme, String section, String lines) {
    String text = files.containsKey(readme) ? files.get(readme) : read(readme);
    files.put(readme, new ReadmeSections(text).with(section, lines).text());
  }

  private NodeTypePins nodeTypePins() {
    return new NodeTypePins(catalog.nodeTypes(), pinned(NODE_TYPE_PINS));
  }

  private RoutePins routePins() {
    return new RoutePins(catalog.routes(), pinned(ROUTE_PINS));
  }

  private ObjectNode pinned(String file) {
    String text = read(file);
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

  private String read(String name) {
    Path file = root.resolve(name);
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
