package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.plan.FlowGraph;
import dev.heddle.statemachines.compiler.plan.PlannedDrawing;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Emits the machine of a planned drawing. */
public final class AslGenerator {
  private final ResourceNames resources;

  /** An emitter of machines that call these. */
  public AslGenerator(ResourceNames resources) {
    this.resources = resources;
  }

  /** The machine; a run is ended after {@code timeoutSeconds} if there is such a bound. */
  public GeneratedMachine emit(
      PlannedDrawing plannedDrawing, String comment, @Nullable Integer timeoutSeconds) {
    DynamicValue nothing = new DynamicValue.Fields(Map.of());
    LexicalScope machine =
        LexicalScope.machine(new RunOutput(plannedDrawing.dag(), plannedDrawing.relations()));
    PlanLowering lowering = LoweringFactory.lowering(plannedDrawing, nothing, resources);
    machine.enter(
        lowering.enter(
            plannedDrawing.plan(),
            plannedDrawing.relations().certain(FlowGraph.START),
            null,
            machine));
    return new MachineWriter(plannedDrawing.dag().drawing(), machine)
        .write(comment, timeoutSeconds);
  }
}
