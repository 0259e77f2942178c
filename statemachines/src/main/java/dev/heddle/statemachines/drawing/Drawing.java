package dev.heddle.statemachines.drawing;

import dev.heddle.statemachines.graph.Graph.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps and the arrows between them, navigable both ways. */
public final class Drawing {
  private final Settings settings;
  private final List<Step> steps;
  private final List<List<Link>> into = new ArrayList<>();
  private final List<List<Link>> outOf = new ArrayList<>();
  private final Map<String, Step> byId = new HashMap<>();
  private final List<Integer> order;

  /** A drawing of these steps, whose indices are their places in the list. */
  public Drawing(Settings settings, List<Step> steps, List<Link> links) {
    this.settings = settings;
    this.steps = List.copyOf(steps);
    for (Step step : steps) {
      byId.put(step.id(), step);
      into.add(new ArrayList<>());
      outOf.add(new ArrayList<>());
    }
    for (Link link : links) {
      into.get(link.target()).add(link);
      outOf.get(link.source()).add(link);
    }
    this.order = sorted();
  }

  private List<Integer> sorted() {
    int[] open = into.stream().mapToInt(List::size).toArray();
    Deque<Integer> ready = new ArrayDeque<>();
    steps.stream().map(Step::index).filter(i -> open[i] == 0).forEach(ready::add);
    List<Integer> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      sorted.add(next);
      for (Link link : outOf.get(next)) {
        if (--open[link.target()] == 0) {
          ready.add(link.target());
        }
      }
    }
    return List.copyOf(sorted);
  }

  /** What holds for the whole workflow. */
  public Settings settings() {
    return settings;
  }

  /** All steps, in document order. */
  public List<Step> steps() {
    return steps;
  }

  /** The step of an index. */
  public Step step(int index) {
    return steps.get(index);
  }

  /** The step of an id. */
  public Optional<Step> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The arrows that lead to a step, in document order. */
  public List<Link> into(int step) {
    return into.get(step);
  }

  /** The arrows that leave a step, in document order. */
  public List<Link> outOf(int step) {
    return outOf.get(step);
  }

  /** The arrows that leave a step by a port. */
  public List<Link> outOf(int step, String port) {
    return outOf.get(step).stream().filter(link -> link.port().equals(port)).toList();
  }

  /**
   * Steps with every step after those it can be reached from; the members of cycles are missing.
   */
  public List<Integer> order() {
    return order;
  }

  /** Whether some step can be reached from itself. */
  public boolean hasCycle() {
    return order.size() < steps.size();
  }

  /** The triggers a run may start from, in document order. */
  public List<Step> triggers() {
    return steps.stream()
        .filter(step -> step.isTrigger() && step.node().disabled() == null)
        .toList();
  }

  /** The steps that can be reached from a trigger, triggers included. */
  public BitSet reachable() {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    triggers().forEach(trigger -> open.add(trigger.index()));
    while (!open.isEmpty()) {
      int step = open.remove();
      if (!seen.get(step)) {
        seen.set(step);
        outOf.get(step).forEach(link -> open.add(link.target()));
      }
    }
    return seen;
  }

  /** For each step those it can be reached from; only where there is no cycle. */
  public List<BitSet> ancestors() {
    List<BitSet> ancestors = new ArrayList<>();
    steps.forEach(_ -> ancestors.add(new BitSet()));
    for (int step : order) {
      for (Link link : into.get(step)) {
        ancestors.get(step).set(link.source());
        ancestors.get(step).or(ancestors.get(link.source()));
      }
    }
    return ancestors;
  }
}
