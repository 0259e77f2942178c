package dev.heddle.statemachines.plan;

import dev.heddle.statemachines.drawing.Drawing;
import dev.heddle.statemachines.drawing.Step;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A drawing's plan and what it was made from, bodies of containers included.
 *
 * @param bodies by the index of the container
 * @param tooDeep whether branches nest deeper than can be planned
 */
public record Planned(
    Dag dag,
    Relations relations,
    Plan plan,
    Orderings orderings,
    Map<Integer, Planned> bodies,
    boolean tooDeep) {

  /** Plans a drawing. */
  public static Planned of(Drawing drawing) {
    Dag dag = new Dag(drawing);
    Relations relations = new Relations(dag);
    Planner planner = new Planner(dag, relations);
    Plan plan = planner.plan();
    boolean tooDeep = planner.tooDeep();
    Map<Integer, Planned> bodies = new LinkedHashMap<>();
    for (Step step : drawing.steps()) {
      Drawing body = step.body();
      if (body != null && step.works() && dag.of(step) >= 0) {
        Planned planned = of(body);
        bodies.put(step.index(), planned);
        tooDeep |= planned.tooDeep();
      }
    }
    return new Planned(dag, relations, plan, planner.orderings(), bodies, tooDeep);
  }
}
