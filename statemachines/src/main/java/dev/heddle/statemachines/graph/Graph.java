package dev.heddle.statemachines.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A drawing as it was stored. */
public record Graph(String name, Settings settings, List<Node> nodes, List<Edge> edges) {

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
