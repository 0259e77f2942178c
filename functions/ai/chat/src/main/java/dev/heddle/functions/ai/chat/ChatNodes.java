package dev.heddle.functions.ai.chat;

import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.NodeUnit;
import java.util.List;

/** This room's node types. */
public final class ChatNodes {
  private ChatNodes() {}

  /** All of them, asking a provider's models. */
  public static List<NodeUnit<?>> forProvider(ModelProvider provider) {
    return List.of(new ChatModelNode(provider));
  }
}
