package dev.heddle.events;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/**
 * Reads how a call ended from what a machine wrote.
 *
 * <p>An execution keeps the definition it was started with, and an agent may wait a year for an
 * approval. So machines of before are understood too: they wrote {@code how}, {@code who} and
 * {@code why} where it is now the kind and what belongs to it.
 */
final class ToolCallEndReader extends ValueDeserializer<ToolCallEnd> {

  @Override
  public ToolCallEnd deserialize(JsonParser parser, DeserializationContext context) {
    JsonNode end = context.readTree(parser);
    String id = end.path("id").asString("");
    String kind = text(end, "kind", "how");
    return switch (kind) {
      case "done" -> new ToolCallEnd.Done(id);
      case "rejected" ->
          new ToolCallEnd.Rejected(id, text(end, "by", "who"), text(end, "reason", "why"));
      case "expired" -> new ToolCallEnd.Expired(id);
      case "failed" ->
          new ToolCallEnd.Failed(id, text(end, "error", "who"), text(end, "message", "why"));
      case null, default ->
          context.reportInputMismatch(ToolCallEnd.class, "No end of a call: %s", kind);
    };
  }

  /** The kind is read above, because the form of before has none where Jackson looks for it. */
  @Override
  public Object deserializeWithType(
      JsonParser parser, DeserializationContext context, TypeDeserializer type) {
    return deserialize(parser, context);
  }

  private static @Nullable String text(JsonNode end, String key, String formerKey) {
    JsonNode value = end.has(key) ? end.path(key) : end.path(formerKey);
    return value.isString() ? value.stringValue() : null;
  }
}
