package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.ContainerFrame;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.plan.PlannedDrawing;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import java.util.List;

/** Prepares the lowering of a drawing and of the bodies in it. */
final class LoweringFactory {
  private final PlannedDrawing plannedDrawing;
  private final StepInputs stepInputs;
  private final ResourceNames resources;

  private LoweringFactory(
      PlannedDrawing plannedDrawing, StepInputs stepInputs, ResourceNames resources) {
    this.plannedDrawing = plannedDrawing;
    this.stepInputs = stepInputs;
    this.resources = resources;
  }

  /** The lowering of a drawing whose first steps are given this. */
  static PlanLowering lowering(
      PlannedDrawing plannedDrawing, DynamicValue first, ResourceNames resources) {
    GuardExpressions guardExpressions = new GuardExpressions(plannedDrawing.dag());
    ErrorCatchers failures = new ErrorCatchers(plannedDrawing.dag());
    StepInputs stepInputs =
        new StepInputs(
            plannedDrawing.dag(), plannedDrawing.relations(), guardExpressions, failures, first);
    NodeStates nodes =
        new NodeStates(
            new TaskStates(resources, stepInputs),
            new PureStates(stepInputs),
            failures,
            plannedDrawing.dag(),
            new LoweringFactory(plannedDrawing, stepInputs, resources));
    return new PlanLowering(
        plannedDrawing.dag(), plannedDrawing.relations(), guardExpressions, nodes);
  }

  /** The body of a container. */
  ContainerBody body(DrawingStep container) {
    PlannedDrawing inside = plannedDrawing.inside(container).getFirst();
    return new ContainerBody(container, inside, lowering(inside, first(container), resources));
  }

  /** The branches of a race, each given what came to the fork. */
  List<ContainerBody> branches(DrawingStep race) {
    DynamicValue given = stepInputs.of(race);
    return plannedDrawing.inside(race).stream()
        .map(branch -> new ContainerBody(race, branch, lowering(branch, given, resources)))
        .toList();
  }

  /** A for-each hands the item in, a loop what came into it and then what it last gave. */
  private DynamicValue first(DrawingStep container) {
    ContainerFrame frame = container.frame();
    if (!frame.loops()) {
      return VariableNames.read(frame.item());
    }
    return new JsonataBuilder()
        .read(frame.loop())
        .text(".index = 0 ? ")
        .code(ValueCode.of(stepInputs.of(container)))
        .text(" : ")
        .read(frame.loop())
        .text(".last")
        .build();
  }
}
