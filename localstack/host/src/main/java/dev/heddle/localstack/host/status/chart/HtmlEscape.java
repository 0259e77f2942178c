package dev.heddle.localstack.host.status.chart;

/** Text inside of HTML and SVG. */
public final class HtmlEscape {
  private HtmlEscape() {}

  /** The text with everything escaped that could be taken for markup. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
