package dev.heddle.localstack.host.status.chart;

import dev.heddle.localstack.host.status.chart.LayeredLayout.PlacedChart;
import dev.heddle.localstack.host.status.chart.StateChart.Step;
import java.util.ArrayList;
import java.util.List;

/** How large things are drawn. */
final class ChartSizes {
  static final double WIDTH = 208;
  static final double HEIGHT = 52;
  static final double PADDING = 16;
  static final double TITLE = 52;

  /** Where a long arrow passes a layer. */
  static final BoxSize BEND = new BoxSize(12, 0, List.of());

  private static final BoxSize PILL = new BoxSize(64, 28, List.of());

  /** A state's size, with what is inside of it placed. */
  record BoxSize(double width, double height, List<PlacedChart> inside) {}

  private ChartSizes() {}

  static BoxSize of(Step step) {
    if (step.pill()) {
      return PILL;
    }
    return step.inside().isEmpty() ? new BoxSize(WIDTH, HEIGHT, List.of()) : frame(step);
  }

  /** Branches side by side below a title. */
  private static BoxSize frame(Step step) {
    List<PlacedChart> inside = new ArrayList<>();
    double x = PADDING;
    double height = 0;
    for (StateChart chart : step.inside()) {
      PlacedChart placedChart = LayeredLayout.of(chart).at(x, TITLE);
      inside.add(placedChart);
      x += placedChart.width() + PADDING;
      height = Math.max(height, placedChart.height());
    }
    double spare = Math.max(0, WIDTH + 2 * PADDING - x) / 2;
    List<PlacedChart> centred = inside.stream().map(p -> p.at(p.x() + spare, p.y())).toList();
    return new BoxSize(x + 2 * spare, TITLE + height + PADDING, centred);
  }
}
