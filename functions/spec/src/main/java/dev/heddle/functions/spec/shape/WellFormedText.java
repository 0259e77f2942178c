package dev.heddle.functions.spec.shape;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * Texts as every service takes them. JSON lets half a surrogate pair be escaped ({@code \ud800});
 * it is no character, has no UTF-8 form, and is read as a question mark.
 */
public final class WellFormedText extends JsonNodeFactory {
  private static final long serialVersionUID = 1L;

  WellFormedText() {}

  /** The text, with a question mark for each half of a pair. */
  public static String of(String text) {
    return text.codePoints().anyMatch(WellFormedText::isHalf)
        ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        : text;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Override
  public StringNode stringNode(String text) {
    return super.stringNode(of(text));
  }
}
