package dev.heddle.functions.spec.run;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/**
 * Keeps recorded values small: a longer one becomes {@code {"$size": <characters of its JSON>,
 * "$preview": "<its beginning>"}}.
 */
public final class ValuePreview {
  /** What a recorded value may be, in characters of its JSON text. */
  public static final int LONGEST = 48 * 1024;

  private static final int SHOWN = 4 * 1024;

  private ValuePreview() {}

  /** A value as it is recorded; one that is missing as JSON null. */
  public static JsonNode kept(JsonNode value) {
    return value.isMissingNode() ? NullNode.getInstance() : cut(value, LONGEST);
  }

  /** The value, or a preview of it when its JSON text has more characters. */
  public static JsonNode cut(JsonNode value, int longest) {
    String text = value.toString();
    return text.length() <= longest ? value : preview(text);
  }

  private static JsonNode preview(String text) {
    int end = Math.min(SHOWN, text.length());
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return JsonNodeFactory.instance
        .objectNode()
        .put("$size", text.length())
        .put("$preview", text.substring(0, whole));
  }
}
