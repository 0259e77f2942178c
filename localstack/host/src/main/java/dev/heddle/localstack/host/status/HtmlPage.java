package dev.heddle.localstack.host.status;

import dev.heddle.localstack.host.gateway.SecurityHeaders;
import dev.heddle.localstack.host.status.chart.ChartSvg;
import dev.heddle.localstack.host.status.chart.HtmlEscape;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** A plain page; every text is escaped where it is written. */
final class HtmlPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--paper:#FBFAF8;--card:#FFFFFF;--ink:#1C1B19;--soft:#64625E;
      --line:#1C1B1926;--faint:#1C1B1959;--frame:#1C1B1908;--accent:#4B4FD9;
      --running:#1F5FBF;--waiting:#8A5A00;--done:#1F7A3F;--failed:#B3261E;--skipped:#64625E}
      @media(prefers-color-scheme:dark){:root{--paper:#161513;--card:#1F1E1B;--ink:#FBFAF8;--soft:#A9A69F;
      --line:#FBFAF82E;--faint:#FBFAF866;--frame:#FBFAF80A;--accent:#8C90FF;
      --running:#7FB2FF;--waiting:#E8B04B;--done:#6FCF8E;--failed:#FF8A80;--skipped:#A9A69F}}
      body{background:var(--paper);color:var(--ink);font:14px/20px Inter,system-ui,sans-serif;
      max-width:1040px;margin:0 auto;padding:24px 16px}
      h1{font-size:20px;line-height:28px;font-weight:600;margin:8px 0 16px;overflow-wrap:anywhere}
      h2{font-size:14px;font-weight:600;margin:32px 0 8px}
      a{color:var(--accent)}a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
      nav a,.choice a{display:inline-block;padding:4px 12px 4px 0;min-height:16px}
      .choice [aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
      .scroll{overflow-x:auto}.card{border:1px solid var(--line);border-radius:12px;padding:8px}
      table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
      th,td{text-align:left;vertical-align:top;padding:5px 16px 5px 0;border-bottom:1px solid var(--line)}
      td a{padding:2px 0}tr:target{background:var(--frame)}
      th{font-weight:500;color:var(--soft)}time,.word{white-space:nowrap}.word{font-weight:500}
      pre{overflow:auto;font:12px/18px 'JetBrains Mono',monospace;max-height:480px;margin:0;
      border:1px solid var(--line);border-radius:8px;padding:8px 12px}ul{padding-left:18px}
      .note{color:var(--soft);margin:8px 0}
      """;

  private final StringBuilder body = new StringBuilder();
  private final String title;

  HtmlPage(String title) {
    this.title = title;
  }

  /** The page of a request that the engine refuses, such as one for a page that is not there. */
  static HtmlPage refused(SfnException e) {
    HtmlPage page = new HtmlPage("This page can't be shown");
    page.note(e.awsErrorDetails().errorMessage());
    return page;
  }

  void table(String heading, List<String> columns, List<List<String>> rows) {
    cells(
        heading,
        columns,
        rows.stream().map(row -> new Row("", row.stream().map(TableCell::text).toList())).toList());
  }

  /** A row with what links may point at; empty if none do. */
  record Row(String id, List<TableCell> cells) {
    static Row of(TableCell... cells) {
      return new Row("", List.of(cells));
    }
  }

  void cells(String heading, List<String> columns, List<Row> rows) {
    heading(heading);
    region("scroll", heading);
    body.append("<table><thead><tr>");
    columns.forEach(column -> cell("th scope=\"col\"", "th", HtmlEscape.escaped(column)));
    body.append("</tr></thead><tbody>");
    for (Row row : rows) {
      String id = row.id().isEmpty() ? "" : " id=\"" + HtmlEscape.escaped(row.id()) + "\"";
      body.append("<tr").append(id).append('>');
      row.cells().forEach(cell -> cell("td", "td", cell.html()));
      body.append("</tr>");
    }
    body.append("</tbody></table></div>");
  }

  void links(String heading, String prefix, List<String> names, String none) {
    heading(heading);
    if (names.isEmpty()) {
      note(none);
      return;
    }
    body.append("<ul>");
    for (String name : names) {
      String target = prefix + URLEncoder.encode(name, StandardCharsets.UTF_8);
      body.append("<li>").append(TableCell.link(name, target).html()).append("</li>");
    }
    body.append("</ul>");
  }

  void text(String heading, String text) {
    heading(heading);
    body.append("<pre tabindex=\"0\" aria-label=\"")
        .append(HtmlEscape.escaped(heading))
        .append("\">");
    body.append(HtmlEscape.escaped(text)).append("</pre>");
  }

  void note(String text) {
    body.append("<p class=\"note\">").append(HtmlEscape.escaped(text)).append("</p>");
  }

  /** Links beside each other, of which one is where the reader is. */
  void choice(String label, List<TableCell> links) {
    body.append("<nav class=\"choice\" aria-label=\"")
        .append(HtmlEscape.escaped(label))
        .append("\">");
    links.forEach(link -> body.append(link.html()));
    body.append("</nav>");
  }

  void drawing(String heading, String svg) {
    heading(heading);
    region("scroll card", heading);
    body.append(svg).append("</div>");
  }

  void send(Context context) {
    SecurityHeaders.page(context);
    context.header("cache-control", "no-store");
    context.html(toString());
  }

  /** What may be wider than the page is scrolled by itself, with keys as well. */
  private void region(String looks, String label) {
    body.append("<div role=\"region\" tabindex=\"0\" class=\"").append(looks);
    body.append("\" aria-label=\"").append(HtmlEscape.escaped(label)).append("\">");
  }

  private void heading(String text) {
    body.append("<h2>").append(HtmlEscape.escaped(text)).append("</h2>");
  }

  private void cell(String open, String close, String html) {
    body.append('<').append(open).append('>').append(html);
    body.append("</").append(close).append('>');
  }

  @Override
  public String toString() {
    return """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>%s – Heddle</title><style>%s%s</style></head>
        <body><nav aria-label="Pages"><a href="/">Heddle</a> <a href="/_local">This laptop</a>
        <a href="/_local/machines">State machines</a> <a href="/_local/waiting">Waiting</a>
        <a href="/_local/mail">Mail</a></nav><main><h1>%s</h1>%s</main></body></html>
        """
        .formatted(
            HtmlEscape.escaped(title), STYLE, ChartSvg.STYLE, HtmlEscape.escaped(title), body);
  }
}
