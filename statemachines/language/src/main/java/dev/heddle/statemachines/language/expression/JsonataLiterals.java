package dev.heddle.statemachines.language.expression;

import tools.jackson.databind.node.JsonNodeFactory;

/** Writes constants so that Step Functions takes them for constants. */
public final class JsonataLiterals {

  private JsonataLiterals() {}

  /** Whether Step Functions would evaluate this string. */
  public static boolean isCode(String text) {
    return text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}");
  }

  /** A JSONata string literal; a percent sign in it never meets a brace. */
  public static String quoted(String text) {
    if (text.chars().allMatch(JsonataLiterals::isPlain)) {
      return "'" + text + "'";
    }
    String json = JsonNodeFactory.instance.stringNode(text).toString();
    return json.replace("%}", "\\u0025}").replace("{%", "{\\u0025");
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 127 && c != '\'' && c != '\\' && c != '%';
  }

  /** The expression in its braces. */
  public static String braced(String code) {
    return "{% " + code + " %}";
  }
}
