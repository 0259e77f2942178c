package dev.heddle.localstack.host.status.chart;

import java.util.List;

/** A set of states as a graph; those with branches have graphs inside. */
public record StateChart(List<Step> steps, List<Arrow> arrows) {

  /** The step that every run begins with, and the one that it ends with. */
  static final String START = "\0start";

  static final String END = "\0end";

  /** One state; {@code detail} says in a few words what it does. */
  public record Step(String name, String type, String detail, List<StateChart> inside) {
    boolean pill() {
      return name.equals(START) || name.equals(END);
    }
  }

  /** A transition; the label is empty where the arrow says enough. */
  record Arrow(String from, String to, boolean caught, String label) {}

  /** All states, however deep. */
  public List<Step> all() {
    return steps.stream()
        .filter(step -> !step.pill())
        .flatMap(
            step ->
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(step),
                    step.inside().stream().flatMap(chart -> chart.all().stream())))
        .toList();
  }
}
