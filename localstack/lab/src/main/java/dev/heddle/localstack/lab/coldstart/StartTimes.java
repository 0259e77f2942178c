package dev.heddle.localstack.lab.coldstart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The starts of one function. */
final class StartTimes {
  private final List<ColdStart> starts = new ArrayList<>();

  void add(ColdStart start) {
    starts.add(start);
  }

  double ready() {
    return median(ColdStart::ready);
  }

  double answered() {
    return median(ColdStart::answered);
  }

  double processor() {
    return median(ColdStart::processor);
  }

  /** Starts that met something else that ran are far above the others; a mean would show them. */
  private double median(ToDoubleFunction<ColdStart> value) {
    double[] sorted = starts.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
