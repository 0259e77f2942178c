package dev.heddle.localstack.host.status.chart;

import dev.heddle.localstack.host.status.chart.Chart.Step;
import dev.heddle.localstack.host.status.chart.Layout.Placed;
import java.util.ArrayList;
import java.util.List;

/** How large things are drawn. */
final class Sizes {
  static final double WIDTH = 208;
  static final double HEIGHT = 52;
  static final double PADDING = 16;
  static final double TITLE = 52;

  /** Where a long arrow passes a layer. */
  static final Sized BEND = new Sized(12, 0, List.of());

  private static final Sized PILL = new Sized(64, 28, List.of());

  /** A state's size, with what is inside of it placed. */
  record Sized(double width, double height, List<Placed> inside) {}

  private Sizes() {}

  static Sized of(Step step) {
    if (step.pill()) {
      return PILL;
    }
    return step.inside().isEmpty() ? new Sized(WIDTH, HEIGHT, List.of()) : frame(step);
  }

  /** Branches side by side below a title. */
  private static Sized frame(Step step) {
    List<Placed> inside = new ArrayList<>();
    double x = PADDING;
    double height = 0;
    for (Chart chart : step.inside()) {
      Placed placed = Layout.of(chart).at(x, TITLE);
      inside.add(placed);
      x += placed.width() + PADDING;
      height = Math.max(height, placed.height());
    }
    double spare = Math.max(0, WIDTH + 2 * PADDING - x) / 2;
    List<Placed> centred = inside.stream().map(p -> p.at(p.x() + spare, p.y())).toList();
    return new Sized(x + 2 * spare, TITLE + height + PADDING, centred);
  }
}
