package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.unit.NodeUnit;
import java.util.List;

/** This room's node types. */
public final class AgentNodes {
  /** All of them. */
  public static final List<NodeUnit<?>> ALL = List.of(new AgentNode());

  private AgentNodes() {}
}
