package dev.heddle.localstack.host.status;

import dev.heddle.localstack.host.gateway.SecurityHeaders;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A plain page; every text is escaped where it is written. */
final class Html {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--paper:#FBFAF8;--ink:#1C1B19;--accent:#4B4FD9}
      @media(prefers-color-scheme:dark){:root{--paper:#161513;--ink:#FBFAF8;--accent:#8C90FF}}
      body{background:var(--paper);color:var(--ink);font:14px/20px Inter,system-ui,sans-serif;
      max-width:960px;margin:0 auto;padding:24px 16px}
      h1{font-size:20px;font-weight:600}h2{font-size:14px;font-weight:600;margin:24px 0 8px}
      a{color:var(--accent)}a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
      .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
      th,td{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid color-mix(in srgb,var(--ink) 8%,transparent)}
      th{font-weight:500;opacity:.7}pre{overflow:auto;font:12px/18px 'JetBrains Mono',monospace;
      max-height:480px}ul{padding-left:18px}
      """;

  private final StringBuilder body = new StringBuilder();
  private final String title;

  Html(String title) {
    this.title = title;
  }

  void table(String heading, List<String> columns, List<List<String>> rows) {
    heading(heading);
    body.append("<div class=\"scroll\"><table><thead><tr>");
    columns.forEach(column -> cell("th", column));
    body.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      body.append("<tr>");
      row.forEach(value -> cell("td", value));
      body.append("</tr>");
    }
    body.append("</tbody></table></div>");
  }

  void links(String heading, String prefix, List<String> names, String none) {
    heading(heading);
    if (names.isEmpty()) {
      body.append("<p>").append(escaped(none)).append("</p>");
      return;
    }
    body.append("<ul>");
    for (String name : names) {
      String target = prefix + URLEncoder.encode(name, StandardCharsets.UTF_8);
      body.append("<li><a href=\"").append(escaped(target)).append("\">");
      body.append(escaped(name)).append("</a></li>");
    }
    body.append("</ul>");
  }

  void text(String heading, String text) {
    heading(heading);
    body.append("<pre tabindex=\"0\">").append(escaped(text)).append("</pre>");
  }

  void send(Context context) {
    SecurityHeaders.page(context);
    context.header("cache-control", "no-store");
    context.html(toString());
  }

  private void heading(String text) {
    body.append("<h2>").append(escaped(text)).append("</h2>");
  }

  private void cell(String tag, String text) {
    body.append('<').append(tag).append('>').append(escaped(text));
    body.append("</").append(tag).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>%s – Heddle</title><style>%s</style></head>
        <body><main><p><a href="/">Heddle</a> · <a href="/_local">This laptop</a> · <a href="/_local/mail">Mail</a></p><h1>%s</h1>%s</main></body></html>
        """
        .formatted(escaped(title), STYLE, escaped(title), body);
  }
}
