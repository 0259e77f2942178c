package dev.heddle.statemachines.compiler.plan;

import dev.heddle.statemachines.compiler.drawing.Drawing;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.RaceRole;
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
public record PlannedDrawing(
    FlowGraph dag,
    FlowAnalysis relations,
    ExecutionPlan plan,
    List<AddedOrderings.Ordering> orderings,
    Map<Integer, List<PlannedDrawing>> inside,
    boolean tooDeep) {

  /** Plans a drawing. */
  public static PlannedDrawing of(Drawing drawing) {
    Drawing folded = RaceFolder.folded(drawing);
    FlowGraph dag = new FlowGraph(folded);
    FlowAnalysis relations = new FlowAnalysis(dag);
    ExecutionPlanner planner = new ExecutionPlanner(dag, relations);
    ExecutionPlan plan = planner.plan();
    Map<Integer, List<PlannedDrawing>> inside = new LinkedHashMap<>();
    for (DrawingStep step : folded.steps()) {
      List<PlannedDrawing> parts = parts(step).map(PlannedDrawing::of).toList();
      if (step.works() && dag.of(step) >= 0 && !parts.isEmpty()) {
        inside.put(step.index(), parts);
      }
    }
    boolean tooDeep =
        inside.values().stream().flatMap(List::stream).anyMatch(PlannedDrawing::tooDeep);
    return new PlannedDrawing(
        dag,
        relations,
        plan,
        planner.orderings().transitiveReduction(relations),
        inside,
        tooDeep || planner.tooDeep());
  }

  private static Stream<Drawing> parts(DrawingStep step) {
    return step.raceRole() instanceof RaceRole.Whole race
        ? race.branches().stream()
        : Stream.ofNullable(step.body());
  }

  /** The parts of a container or a race. */
  public List<PlannedDrawing> inside(DrawingStep step) {
    return inside.getOrDefault(step.index(), List.of());
  }

  /** Every part, those of steps in order. */
  public List<PlannedDrawing> parts() {
    return inside.values().stream().flatMap(List::stream).toList();
  }
}
