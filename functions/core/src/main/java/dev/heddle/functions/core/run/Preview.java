package dev.heddle.functions.core.run;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Keeps recorded values small: a longer one becomes {@code {"$size": <characters of its JSON>,
 * "$preview": "<its beginning>"}}.
 */
public final class Preview {
  /** What a recorded value may be, in characters of its JSON text. */
  public static final int LONGEST = 48 * 1024;

  private static final int SHOWN = 4 * 1024;

  private Preview() {}

  /** The value, or a preview of it. */
  public static @Nullable JsonNode of(@Nullable JsonNode value, int longest) {
    if (value == null) {
      return null;
    }
    String text = value.toString();
    return text.length() <= longest ? value : cut(text);
  }

  private static JsonNode cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return JsonNodeFactory.instance
        .objectNode()
        .put("$size", text.length())
        .put("$preview", text.substring(0, end));
  }
}
