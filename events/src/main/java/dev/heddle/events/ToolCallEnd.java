package dev.heddle.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How a call of an agent's tool ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ToolCallEnd.Done.class, name = "done"),
  @JsonSubTypes.Type(value = ToolCallEnd.Rejected.class, name = "rejected"),
  @JsonSubTypes.Type(value = ToolCallEnd.Expired.class, name = "expired"),
  @JsonSubTypes.Type(value = ToolCallEnd.Failed.class, name = "failed")
})
@JsonDeserialize(using = ToolCallEndReader.class)
public sealed interface ToolCallEnd {

  /** The call's, among those of its turn. */
  String id();

  /** It was made, and its result is stored. */
  record Done(String id) implements ToolCallEnd {}

  /**
   * A person refused it.
   *
   * @param by the person's name
   * @param reason in the person's words
   */
  record Rejected(String id, @Nullable String by, @Nullable String reason) implements ToolCallEnd {}

  /** Nobody approved it in time. */
  record Expired(String id) implements ToolCallEnd {}

  /**
   * It was made and failed.
   *
   * @param error its name
   * @param message its cause, of which the state may have kept only the beginning
   */
  record Failed(String id, @Nullable String error, @Nullable String message)
      implements ToolCallEnd {}
}
