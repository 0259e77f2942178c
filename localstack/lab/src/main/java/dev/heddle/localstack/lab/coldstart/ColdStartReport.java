package dev.heddle.localstack.lab.coldstart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param load the machine's load average before, so that a figure taken beside other work shows
 * @param starts how often each function was started
 */
public record ColdStartReport(double load, int starts, List<Row> functions) {

  /**
   * One function: medians in milliseconds, and their ratios to those of the bare one.
   *
   * @param ready until it asked for its first event
   * @param answered until that event was answered
   * @param processor the processor's time until then
   */
  public record Row(
      String name,
      String bare,
      double ready,
      double answered,
      double processor,
      double readyRatio,
      double answeredRatio,
      double processorRatio) {}

  static ColdStartReport of(double load, int starts, Map<ColdFunction, StartTimes> times) {
    Map<String, StartTimes> bare = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    times.forEach(
        (function, own) -> {
          if (function.isBare()) {
            bare.put(function.name(), own);
          }
          StartTimes other = bare.getOrDefault(function.bare(), own);
          rows.add(
              new Row(
                  function.name(),
                  function.bare(),
                  own.ready(),
                  own.answered(),
                  own.processor(),
                  own.ready() / other.ready(),
                  own.answered() / other.answered(),
                  own.processor() / other.processor()));
        });
    return new ColdStartReport(load, starts, rows);
  }
}
