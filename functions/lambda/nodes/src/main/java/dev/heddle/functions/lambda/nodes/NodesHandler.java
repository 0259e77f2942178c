package dev.heddle.functions.lambda.nodes;

import dev.heddle.functions.lambda.glue.UnitHandler;
import dev.heddle.functions.nodes.CoreNodes;

/** The entry point of the jar with the node types that need no heavy library. */
public final class NodesHandler extends UnitHandler {
  /** Opens the unit this function is. */
  public NodesHandler() {
    super(CoreNodes.ALL);
  }
}
