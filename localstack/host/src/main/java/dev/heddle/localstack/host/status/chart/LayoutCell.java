package dev.heddle.localstack.host.status.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A place in a layer: a state, or where a long arrow passes. */
final class LayoutCell {
  private static final double SPREAD = 22;

  final ChartSizes.BoxSize sized;
  final int rank;
  final List<LayoutCell> above = new ArrayList<>();
  final List<LayoutCell> below = new ArrayList<>();

  /** Which of its layer it is, from the left. */
  int place;

  /** Its middle, its top, and the height of its layer. */
  double x;

  double y;
  double row;

  LayoutCell(ChartSizes.BoxSize sized, int rank) {
    this.sized = sized;
    this.rank = rank;
  }

  double left() {
    return x - sized.width() / 2;
  }

  double right() {
    return x + sized.width() / 2;
  }

  /** The mean place of what leads to it, or of where it leads; its own where there is nothing. */
  double centre(boolean down) {
    return (down ? above : below).stream().mapToDouble(cell -> cell.place).average().orElse(place);
  }

  /**
   * How far from its middle the arrow to a cell leaves, so that arrows do not lie on each other.
   */
  double fan(LayoutCell to) {
    List<LayoutCell> sorted =
        below.stream().sorted(Comparator.comparingDouble(cell -> cell.x)).toList();
    return (sorted.indexOf(to) - (sorted.size() - 1) / 2.0)
        * Math.min(SPREAD, sized.width() / (sorted.size() + 1));
  }
}
