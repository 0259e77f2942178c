package dev.heddle.localstack.host.status.chart;

import java.util.List;

/** Gives cells their place from left to right: near their neighbours, and never too close. */
final class CoordinateAssignment {
  private static final double GAP = 28;

  private CoordinateAssignment() {}

  static void place(List<List<LayoutCell>> layers, int sweeps) {
    for (List<LayoutCell> layer : layers) {
      fit(layer, new double[layer.size()]);
    }
    for (int sweep = 0; sweep < sweeps; sweep++) {
      boolean down = sweep % 2 == 0;
      for (List<LayoutCell> layer : down ? layers : layers.reversed()) {
        double[] wanted =
            layer.stream()
                .mapToDouble(
                    cell ->
                        (down ? cell.above : cell.below)
                            .stream().mapToDouble(other -> other.x).average().orElse(cell.x))
                .toArray();
        fit(layer, wanted);
      }
    }
  }

  /**
   * The places closest to the wanted ones that keep order and distance: cells that would overlap
   * are pooled and moved to their common mean.
   */
  private static void fit(List<LayoutCell> layer, double[] wanted) {
    int count = layer.size();
    double[] offset = new double[count];
    double[] mean = new double[count];
    int[] size = new int[count];
    int pools = 0;
    for (int i = 0; i < count; i++) {
      offset[i] = i == 0 ? 0 : offset[i - 1] + distance(layer.get(i - 1), layer.get(i));
      mean[pools] = wanted[i] - offset[i];
      size[pools] = 1;
      pools++;
      while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
        int both = size[pools - 2] + size[pools - 1];
        mean[pools - 2] =
            (mean[pools - 2] * size[pools - 2] + mean[pools - 1] * size[pools - 1]) / both;
        size[pools - 2] = both;
        pools--;
      }
    }
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int i = 0; i < size[pool]; i++, at++) {
        layer.get(at).x = mean[pool] + offset[at];
      }
    }
  }

  private static double distance(LayoutCell left, LayoutCell right) {
    return (left.sized.width() + right.sized.width()) / 2 + GAP;
  }
}
