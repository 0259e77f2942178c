package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.Racing;
import dev.heddle.statemachines.compiler.drawing.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A drawing's plan and what it was made from, with what stands in containers and races.
 *
 * @param inside by the index of a container its body, of a race its branches
 * @param tooDeep whether branches nest deeper than can be planned
 */
public record Planned(
    Dag dag,
    Relations relations,
    Plan plan,
    List<Orderings.Added> orderings,
    Map<Integer, List<Planned>> inside,
    boolean tooDeep) {

  /** Plans a drawing. */
  public static Planned of(Drawing drawing) {
    Drawing folded = Races.folded(drawing);
    Dag dag = new Dag(folded);
    Relations relations = new Relations(dag);
    Planner planner = new Planner(dag, relations);
    Plan plan = planner.plan();
    Map<Integer, List<Planned>> inside = new LinkedHashMap<>();
    for (Step step : folded.steps()) {
      List<Planned> parts = parts(step).map(Planned::of).toList();
      if (step.works() && dag.of(step) >= 0 && !parts.isEmpty()) {
        inside.put(step.index(), parts);
      }
    }
    boolean tooDeep = inside.values().stream().flatMap(List::stream).anyMatch(Planned::tooDeep);
    return new Planned(
        dag,
        relations,
        plan,
        planner.orderings().least(relations),
        inside,
        tooDeep || planner.tooDeep());
  }

  private static Stream<Drawing> parts(Step step) {
    return step.racing() instanceof Racing.Whole race
        ? race.branches().stream()
        : Stream.ofNullable(step.body());
  }

  /** The parts of a container or a race. */
  public List<Planned> inside(Step step) {
    return inside.getOrDefault(step.index(), List.of());
  }

  /** Every part, those of steps in order. */
  public List<Planned> parts() {
    return inside.values().stream().flatMap(List::stream).toList();
  }
}
