package dev.heddle.functions.lambda.chat;

import dev.heddle.functions.ai.chat.ChatNodes;
import dev.heddle.functions.lambda.glue.UnitHandler;

/** The entry point of the jar with the chat model. */
public final class ChatHandler extends UnitHandler {
  /** Opens the unit this function is. */
  public ChatHandler() {
    super(ChatNodes.ALL);
  }
}
