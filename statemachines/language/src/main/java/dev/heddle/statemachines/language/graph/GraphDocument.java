package dev.heddle.statemachines.language.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A drawing as it was stored. */
public record GraphDocument(
    String name, String description, Settings settings, List<GraphNode> nodes, List<Edge> edges) {

  /** A drawing of nothing. */
  public static final GraphDocument EMPTY =
      new GraphDocument("", "", Settings.NONE, List.of(), List.of());

  /**
   * A document as far as it can be read, whatever it holds and of whatever version: what can't be
   * is left out. Of several nodes with one id the first counts, as it does for the compiler, and
   * every edge joins two nodes that are there.
   */
  public static GraphDocument of(JsonNode document) {
    return GraphReader.readLeniently(document);
  }

  /** The node of an id. */
  public Optional<GraphNode> find(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /**
   * What holds for the whole workflow.
   *
   * @param timeoutSeconds bounds a run
   * @param concurrency how many runs there may be at once
   * @param errorWorkflow the id of the workflow that is told when a run fails
   */
  public record Settings(
      Mode mode,
      @Nullable Integer timeoutSeconds,
      @Nullable Integer concurrency,
      @Nullable String errorWorkflow) {
    /** The settings of a drawing that has none. */
    public static final Settings NONE = new Settings(Mode.AUTO, null, null, null);
  }

  /** Which kind of Step Functions workflow is asked for. */
  public enum Mode {
    AUTO,
    STANDARD,
    EXPRESS
  }

  /** An arrow from a node's port to another node. */
  public record Edge(String id, String source, String port, String target) {}
}
