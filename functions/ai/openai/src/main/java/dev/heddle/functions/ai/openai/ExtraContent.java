package dev.heddle.functions.ai.openai;

import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What Google's endpoint adds to a call of a tool and demands back with it: a signature of the
 * model's thoughts. It is kept by the call's place in the message, for the ids of calls change.
 */
final class ExtraContent {
  private static final String FIELD = "extra_content";

  private ExtraContent() {}

  /** What came with these calls; null when nothing did. */
  static @Nullable JsonNode of(List<ChatCompletionMessageFunctionToolCall> calls) {
    ArrayNode contents = WireJson.MAPPER.createArrayNode();
    boolean any = false;
    for (ChatCompletionMessageFunctionToolCall call : calls) {
      JsonValue extra = call._additionalProperties().get(FIELD);
      any |= extra != null;
      contents.add(extra == null ? WireJson.MAPPER.nullNode() : SdkJson.node(extra));
    }
    return any ? contents : null;
  }

  /** What goes back with the call at this place. */
  static Map<String, JsonValue> of(@Nullable JsonNode contents, int place) {
    JsonNode extra = contents == null ? null : contents.get(place);
    return extra == null || extra.isNull() ? Map.of() : Map.of(FIELD, SdkJson.value(extra));
  }
}
