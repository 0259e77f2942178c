package dev.heddle.functions.ai.chat;

import dev.heddle.functions.spec.unit.NodeUnit;
import java.util.List;

/** This room's node types. */
public final class ChatNodes {
  /** All of them. */
  public static final List<NodeUnit<?>> ALL = List.of(new ChatModelNode());

  private ChatNodes() {}
}
