package dev.heddle.localstack.host.status.chart;

import dev.heddle.localstack.host.status.chart.LayeredLayout.Box;
import dev.heddle.localstack.host.status.chart.LayeredLayout.PlacedChart;
import dev.heddle.localstack.host.status.chart.LayeredLayout.Point;
import dev.heddle.localstack.host.status.chart.LayeredLayout.Route;
import dev.heddle.localstack.host.status.chart.LayeredLayout.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Writes a chart as SVG, each state a link to the row that tells of it. */
public final class ChartSvg {
  /** The looks of a drawing, for the page that holds it. */
  public static final String STYLE =
      """
      .chart{display:block;max-width:100%;height:auto;min-width:var(--least);margin:0 auto}
      .chart text{font:13px/1 Inter,system-ui,sans-serif;fill:var(--ink)}
      .chart .name{font-weight:600}.chart .soft{font-size:11.5px;fill:var(--soft)}
      .chart .box{fill:var(--card);stroke:var(--line);stroke-width:1}
      .chart .frame{fill:var(--frame);stroke:var(--line);stroke-width:1}
      .chart a:hover .box,.chart a:hover .frame{stroke:var(--soft)}
      .chart a{outline:none}.chart a:focus-visible>rect:first-of-type{stroke:var(--accent);stroke-width:2}
      .chart .skipped .box,.chart .skipped>.frame{stroke-dasharray:4 3}
      .chart .done>.box,.chart .done>.frame{stroke:var(--done)}.chart .failed>.box,.chart .failed>.frame{stroke:var(--failed);stroke-width:1.5}
      .chart .waiting>.box,.chart .waiting>.frame{stroke:var(--waiting);stroke-width:1.5}
      .chart .running>.box,.chart .running>.frame{stroke:var(--running);stroke-width:1.5}
      .chart .mark{font-size:11.5px;font-weight:500}
      .chart .thread{fill:none;stroke:var(--faint);stroke-width:1.5}
      .chart .thread.caught{stroke:var(--failed);stroke-dasharray:5 4;opacity:.7}
      .chart .thread.taken{stroke:var(--accent);stroke-width:2.5;opacity:1}
      .chart .thread.taken.caught{stroke:var(--failed)}
      .chart .tip{fill:var(--faint)}.chart .tip.caught{fill:var(--failed)}
      .chart .tip.taken{fill:var(--accent)}.chart .tip.taken.caught{fill:var(--failed)}
      .chart .label{font-size:11px;fill:var(--soft)}.chart .plate{fill:var(--paper)}
      """;

  private static final int MARGIN = 12;
  private static final int NAME = 25;
  private static final double LETTER = 6.2;
  private static final double LEAST_SCALE = 0.85;

  private final StringBuilder svg = new StringBuilder();
  private final ExecutionTrace trace;
  private final UnaryOperator<String> target;

  private ChartSvg(ExecutionTrace trace, UnaryOperator<String> target) {
    this.trace = trace;
    this.target = target;
  }

  /**
   * The drawing of a machine.
   *
   * @param target the link of a state
   */
  public static String of(
      StateChart chart, ExecutionTrace trace, String title, UnaryOperator<String> target) {
    ChartSvg writer = new ChartSvg(trace, target);
    writer.whole(LayeredLayout.of(chart), chart, title);
    return writer.svg.toString();
  }

  private void whole(PlacedChart placedChart, StateChart chart, String title) {
    double width = placedChart.width() + 2 * MARGIN;
    double height = placedChart.height() + 2 * MARGIN;
    add(
        "<svg class=\"chart\" style=\"--least:%spx\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s"
            + " %s\" role=\"group\" aria-labelledby=\"chart-title chart-text\">",
        number(width * LEAST_SCALE),
        number(width),
        number(height),
        number(-MARGIN),
        number(-MARGIN),
        number(width),
        number(height));
    add("<title id=\"chart-title\">%s</title>", HtmlEscape.escaped(title));
    add("<desc id=\"chart-text\">%s</desc>", HtmlEscape.escaped(description(chart)));
    inside(placedChart);
    svg.append("</svg>");
  }

  private String description(StateChart chart) {
    List<String> states = new ArrayList<>();
    chart.all().forEach(step -> states.add((step.name() + " " + trace.mark(step).word()).strip()));
    return states.size() + " states: " + String.join(", ", states);
  }

  /** Threads first, so that boxes lie on them; those that were taken lie on those that were not. */
  private void inside(PlacedChart placedChart) {
    placedChart.routes().stream().filter(route -> !taken(route)).forEach(this::thread);
    placedChart.routes().stream().filter(this::taken).forEach(this::thread);
    placedChart.boxes().forEach(this::box);
    placedChart.routes().forEach(this::label);
  }

  private boolean taken(Route route) {
    return trace.taken(route.arrow().from(), route.arrow().to());
  }

  private void thread(Route route) {
    String looks = (route.arrow().caught() ? " caught" : "") + (taken(route) ? " taken" : "");
    add(
        "<path class=\"thread%s\" d=\"%s\"/>",
        looks, route.tip() == Tip.LEFT ? loop(route) : path(route));
    Point end = route.points().getLast();
    add(
        "<path class=\"tip%s\" d=\"M%s %s%s\"/>",
        looks,
        number(end.x()),
        number(end.y()),
        switch (route.tip()) {
          case DOWN -> "l-4 -7h8z";
          case UP -> "l-4 7h8z";
          case LEFT -> "l7 -4v8z";
        });
  }

  private static String path(Route route) {
    List<Point> points = route.points();
    StringBuilder path = new StringBuilder(move("M", points.getFirst()));
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (from.x() == to.x()) {
        path.append(move("L", to));
      } else {
        double middle = (from.y() + to.y()) / 2;
        path.append(move("C", new Point(from.x(), middle)));
        path.append(move(" ", new Point(to.x(), middle))).append(move(" ", to));
      }
    }
    return path.toString();
  }

  private static String loop(Route route) {
    StringBuilder path = new StringBuilder();
    for (Point point : route.points()) {
      path.append(move(path.isEmpty() ? "M" : "L", point));
    }
    return path.toString();
  }

  private static String move(String command, Point to) {
    return command + number(to.x()) + " " + number(to.y());
  }

  private void label(Route route) {
    if (route.arrow().label().isEmpty()) {
      return;
    }
    Point from = route.points().getFirst();
    Point to = route.points().get(1);
    double x = (from.x() + to.x()) / 2;
    double y = (from.y() + to.y()) / 2;
    double width = route.arrow().label().length() * LETTER + 8;
    add(
        "<rect class=\"plate\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"16\" rx=\"4\"/>",
        number(x - width / 2), number(y - 8), number(width));
    text("label", x, y + 4, "middle", route.arrow().label());
  }

  private void box(Box box) {
    if (box.step().pill()) {
      pill(box);
      return;
    }
    StateMark mark = trace.mark(box.step());
    int entered = trace.visits(box.step().name()).entered();
    List<String> parts = new ArrayList<>(List.of(box.step().name(), box.step().detail()));
    if (mark != StateMark.NONE) {
      parts.add(mark.word());
    }
    if (entered > 1) {
      parts.add("entered " + entered + " times");
    }
    String told = String.join(", ", parts);
    add(
        "<a href=\"%s\" aria-label=\"%s\" class=\"%s\"><title>%s</title>",
        HtmlEscape.escaped(target.apply(box.step().name())),
        HtmlEscape.escaped(told),
        mark.colour(),
        HtmlEscape.escaped(told));
    frame(box, mark, entered);
    svg.append("</a>");
    for (PlacedChart inner : box.inside()) {
      add(
          "<g transform=\"translate(%s %s)\">",
          number(box.x() + inner.x()), number(box.y() + inner.y()));
      inside(inner);
      svg.append("</g>");
    }
  }

  private void frame(Box box, StateMark mark, int entered) {
    boolean frame = !box.inside().isEmpty();
    add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%d\"/>",
        frame ? "frame" : "box",
        number(box.x()),
        number(box.y()),
        number(box.width()),
        number(box.height()),
        frame ? 12 : 8);
    text("name", box.x() + 12, box.y() + 21, "start", cut(box.step().name(), NAME));
    String word = mark.sign().isEmpty() ? "" : mark.sign() + " " + mark.word();
    String times = entered > 1 ? word + " ×" + entered : word;
    int room = (int) ((box.width() - 32) / LETTER) - times.length();
    text("soft", box.x() + 12, box.y() + 39, "start", cut(box.step().detail(), room));
    if (!times.isEmpty()) {
      add(
          "<text class=\"mark\" style=\"fill:var(--%s)\" x=\"%s\" y=\"%s\""
              + " text-anchor=\"end\">%s</text>",
          mark.colour(),
          number(box.x() + box.width() - 12),
          number(box.y() + 39),
          HtmlEscape.escaped(times));
    }
  }

  private void pill(Box box) {
    add(
        "<rect class=\"box\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"14\"/>",
        number(box.x()), number(box.y()), number(box.width()), number(box.height()));
    text("soft", box.x() + box.width() / 2, box.y() + 18, "middle", box.step().detail());
  }

  private void text(String looks, double x, double y, String anchor, String text) {
    add(
        "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>",
        looks, number(x), number(y), anchor, HtmlEscape.escaped(text));
  }

  private static String cut(String text, int room) {
    return text.length() <= room ? text : text.substring(0, Math.max(1, room - 1)) + "…";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }

  private void add(String format, Object... values) {
    svg.append(format.formatted(values));
  }
}
