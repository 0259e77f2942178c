package dev.heddle.functions.spec.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One message of a conversation with a model. */
public sealed interface ChatMessage
    permits ChatMessage.SystemPrompt, ChatMessage.User, ChatMessage.Assistant, ToolResult {

  /** What the model is and how it should answer. */
  record SystemPrompt(String text) implements ChatMessage {}

  /** What a person says. */
  record User(List<ContentPart> parts) implements ChatMessage {

    /** Says this in words. */
    public static User of(String text) {
      return new User(ContentPart.of(text));
    }
  }

  /**
   * What the model said.
   *
   * @param calls the tools it wants called
   * @param providerData what the provider sent along and wants back when the message is shown to it
   *     again, such as a signature of the model's thoughts; nobody else reads it
   */
  record Assistant(List<ContentPart> parts, List<ToolCall> calls, @Nullable JsonNode providerData)
      implements ChatMessage {

    /** Said this in words. */
    public static Assistant of(String text) {
      return new Assistant(ContentPart.of(text), List.of(), null);
    }

    /** Its words; empty when there are none. */
    public String text() {
      return ContentPart.text(parts);
    }
  }
}
