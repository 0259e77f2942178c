package dev.heddle.statemachines.language.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A drawing as it was stored. */
public record Graph(String name, Settings settings, List<Node> nodes, List<Edge> edges) {

  /** A drawing of nothing. */
  public static final Graph EMPTY = new Graph("", Settings.NONE, List.of(), List.of());

  /** A document as far as it can be read, whatever it holds: what can't be is left out. */
  public static Graph of(JsonNode document) {
    return GraphReader.leniently(document);
  }

  /** What holds for the whole workflow; {@code timeoutSeconds} bounds a run. */
  public record Settings(Mode mode, @Nullable Integer timeoutSeconds) {
    /** The settings of a drawing that has none. */
    public static final Settings NONE = new Settings(Mode.AUTO, null);
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
