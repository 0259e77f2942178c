package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.graph.GraphDocument.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps and the arrows between them, navigable both ways. */
public final class Drawing {
  /** A drawing without steps. */
  static final Drawing EMPTY = new Drawing(Settings.NONE, List.of(), List.of());

  private final Settings settings;
  private final List<DrawingStep> steps;
  private final List<List<StepEdge>> into = new ArrayList<>();
  private final List<List<StepEdge>> outOf = new ArrayList<>();
  private final Map<String, DrawingStep> byId = new HashMap<>();
  private final List<Integer> order;
  private final List<DrawingStep> triggers;
  private @Nullable Drawing outer;
  private @Nullable DrawingStep container;
  private @Nullable List<BitSet> ancestors;

  /** A drawing of these steps, whose indices are their places in the list. */
  private Drawing(Settings settings, List<DrawingStep> steps, List<StepEdge> links) {
    this.settings = settings;
    this.steps = List.copyOf(steps);
    for (DrawingStep step : steps) {
      byId.put(step.id(), step);
      into.add(new ArrayList<>());
      outOf.add(new ArrayList<>());
    }
    for (StepEdge link : links) {
      into.get(link.target()).add(link);
      outOf.get(link.source()).add(link);
    }
    this.order = sorted();
    this.triggers =
        this.steps.stream()
            .filter(step -> step.isTrigger() && step.node().disabled() == null)
            .toList();
  }

  /** A drawing as it was read, whose containers' bodies stand in it. */
  static Drawing read(Settings settings, List<DrawingStep> steps, List<StepEdge> links) {
    Drawing drawing = new Drawing(settings, steps, links);
    steps.forEach(drawing::surround);
    return drawing;
  }

  /** The same drawing of other steps; bodies in it still stand in the one they were read in. */
  public Drawing with(List<DrawingStep> others, List<StepEdge> links) {
    Drawing drawing = new Drawing(settings, others, links);
    drawing.outer = outer;
    drawing.container = container;
    return drawing;
  }

  /** A part of this drawing that begins with all that nothing leads to. */
  public Drawing part(DrawingStep whole, List<DrawingStep> inside, List<StepEdge> links) {
    Drawing part = with(inside, links);
    part.outer = this;
    part.container = whole;
    return part;
  }

  /** A body is drawn before its container, and so is told of it. */
  private void surround(DrawingStep step) {
    Drawing body = step.body();
    if (body != null && body != EMPTY) {
      body.outer = this;
      body.container = step;
    }
  }

  private List<Integer> sorted() {
    int[] open = into.stream().mapToInt(List::size).toArray();
    Deque<Integer> ready = new ArrayDeque<>();
    steps.stream().map(DrawingStep::index).filter(i -> open[i] == 0).forEach(ready::add);
    List<Integer> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      sorted.add(next);
      for (StepEdge link : outOf.get(next)) {
        if (--open[link.target()] == 0) {
          ready.add(link.target());
        }
      }
    }
    return List.copyOf(sorted);
  }

  /** The container whose body this is; null for the drawing as a whole. */
  public @Nullable DrawingStep container() {
    return container;
  }

  /** The drawing that the container stands in; null for the drawing as a whole. */
  public @Nullable Drawing outer() {
    return outer;
  }

  /** This drawing and the bodies of containers in it, at any depth. */
  public List<Drawing> levels() {
    List<Drawing> levels = new ArrayList<>(List.of(this));
    for (int at = 0; at < levels.size(); at++) {
      for (DrawingStep step : levels.get(at).steps) {
        Drawing body = step.body();
        if (body != null && body != EMPTY) {
          levels.add(body);
        }
      }
    }
    return levels;
  }

  /** All steps at any depth, in document order. */
  public List<DrawingStep> all() {
    return levels().stream()
        .flatMap(level -> level.steps.stream())
        .sorted(Comparator.comparingInt(DrawingStep::number))
        .toList();
  }

  /** What holds for the whole workflow. */
  public Settings settings() {
    return settings;
  }

  /** All steps, in document order. */
  public List<DrawingStep> steps() {
    return steps;
  }

  /** The step of an index. */
  public DrawingStep step(int index) {
    return steps.get(index);
  }

  /** The step of an id. */
  public Optional<DrawingStep> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The step of an id, here or in a drawing around this one. */
  public Optional<DrawingStep> findAround(String id) {
    for (Drawing level = this; level != null; level = level.outer) {
      DrawingStep step = level.byId.get(id);
      if (step != null) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /** The arrows that lead to a step, in document order. */
  public List<StepEdge> into(int step) {
    return into.get(step);
  }

  /** The arrows that leave a step, in document order. */
  public List<StepEdge> outOf(int step) {
    return outOf.get(step);
  }

  /** The arrows that leave a step by a port. */
  public List<StepEdge> outOf(int step, String port) {
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
  public List<DrawingStep> triggers() {
    return triggers;
  }

  /**
   * Where a run, or a body's, begins: with one of the triggers, or with all that nothing leads to.
   */
  public List<DrawingStep> starts() {
    return container == null
        ? triggers()
        : steps.stream().filter(step -> into.get(step.index()).isEmpty()).toList();
  }

  /** The steps that can be reached from a start, starts included. */
  public BitSet reachable() {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    starts().forEach(start -> open.add(start.index()));
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
    if (ancestors == null) {
      ancestors = findAncestors();
    }
    return ancestors;
  }

  private List<BitSet> findAncestors() {
    List<BitSet> ancestors = new ArrayList<>();
    steps.forEach(_ -> ancestors.add(new BitSet()));
    for (int step : order) {
      for (StepEdge link : into.get(step)) {
        ancestors.get(step).set(link.source());
        ancestors.get(step).or(ancestors.get(link.source()));
      }
    }
    return ancestors;
  }
}
