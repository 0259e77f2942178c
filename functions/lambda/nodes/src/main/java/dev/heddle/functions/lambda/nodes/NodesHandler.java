package dev.heddle.functions.lambda.nodes;

import dev.heddle.functions.lambda.glue.UnitHandler;
import dev.heddle.functions.nodes.CoreNodes;
import java.util.Map;

/** The entry point of the jar with the node types that need no heavy library. */
public final class NodesHandler extends UnitHandler {
  /** Opens the unit this function is. */
  public NodesHandler() {
    this(System.getenv());
  }

  /** Opens the unit that these variables name. */
  public NodesHandler(Map<String, String> environment) {
    super(CoreNodes.ALL, environment);
  }
}
