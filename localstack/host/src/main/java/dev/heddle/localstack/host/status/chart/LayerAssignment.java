package dev.heddle.localstack.host.status.chart;

import dev.heddle.localstack.host.status.chart.StateChart.Arrow;
import dev.heddle.localstack.host.status.chart.StateChart.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layer of each state: one below the lowest that leads to it, but for arrows that lead back.
 */
final class LayerAssignment {
  private final Map<String, List<String>> targets = new HashMap<>();
  private final Deque<String> sorted = new ArrayDeque<>();
  private final Set<String> back = new HashSet<>();
  private final StateChart chart;

  LayerAssignment(StateChart chart) {
    this.chart = chart;
    for (Step step : chart.steps()) {
      List<String> next =
          chart.arrows().stream()
              .filter(arrow -> arrow.from().equals(step.name()))
              .map(Arrow::to)
              .toList();
      targets.put(step.name(), next);
    }
  }

  Map<String, Integer> all() {
    Set<String> seen = new HashSet<>();
    chart.steps().forEach(step -> visit(step.name(), seen));
    Map<String, Integer> ranks = new LinkedHashMap<>();
    for (String name : sorted) {
      int rank = ranks.merge(name, 0, Math::max);
      for (String target : targets.getOrDefault(name, List.of())) {
        if (!back.contains(name + "\0" + target)) {
          ranks.merge(target, rank + 1, Math::max);
        }
      }
    }
    return ranks;
  }

  /** Depth first without recursion, since a machine may be a chain of thousands. */
  private void visit(String first, Set<String> seen) {
    if (!seen.add(first)) {
      return;
    }
    Deque<String> path = new ArrayDeque<>(List.of(first));
    Set<String> open = new HashSet<>(path);
    Map<String, Iterator<String>> left = new HashMap<>();
    while (!path.isEmpty()) {
      String name = path.peek();
      Iterator<String> next =
          left.computeIfAbsent(name, n -> targets.getOrDefault(n, List.of()).iterator());
      if (!next.hasNext()) {
        open.remove(path.pop());
        sorted.push(name);
        continue;
      }
      String target = next.next();
      if (open.contains(target)) {
        back.add(name + "\0" + target);
      } else if (seen.add(target)) {
        path.push(target);
        open.add(target);
      }
    }
  }
}
